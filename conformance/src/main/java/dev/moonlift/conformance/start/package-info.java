/**
 * How long everything takes before a guest does what it is there for: starting, compiling the kernel, making a sandbox,
 * crossing the border between Java and Lua.
 *
 * <p>Each thing is measured in processes of its own, probes, which print what they measured: in one process, one engine
 * would make the other slower.
 */
package dev.moonlift.conformance.start;
