/** Ordinary Java that looks into a guest's memory from outside: for tests, and for people who search a fault. */
package dev.moonlift.runtime.inspect;
