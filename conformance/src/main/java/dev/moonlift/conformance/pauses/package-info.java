/** How long the collector keeps a guest waiting. */
package dev.moonlift.conformance.pauses;
