/**
 * Stopping guests by force, anywhere in anything they do, and seeing to it that what is left of them is sound.
 *
 * <p>A {@link dev.moonlift.conformance.kills.Victim} is a sandbox in which endless loops are killed one after the
 * other; a {@link dev.moonlift.conformance.kills.Killer} makes victims and decides when and how.
 */
package dev.moonlift.conformance.kills;
