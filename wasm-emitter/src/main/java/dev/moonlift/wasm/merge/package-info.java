/**
 * A program in {@linkplain dev.moonlift.wasm.restricted restricted Java} as one class, for the JVM.
 *
 * <p>Its objects have no state but references to one another and to the memory. So all may be one object, and that
 * object the memory itself: every collaborator is then {@code this}. HotSpot need not load one reference after another
 * to come to the bytes, sees in a method after another has been inlined that both mean the same bytes, and calls
 * nothing that could be another class's.
 */
package dev.moonlift.wasm.merge;
