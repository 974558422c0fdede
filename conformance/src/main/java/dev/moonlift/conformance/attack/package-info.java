/** Hostile programs: each must end as its header says, in bounded time, and harm nobody else. */
package dev.moonlift.conformance.attack;
