/**
 * Random programs, run everywhere and compared.
 *
 * <p>{@link dev.moonlift.conformance.fuzz.Generator} makes a program of a seed: a tree of
 * {@link dev.moonlift.conformance.fuzz.Piece}s. {@link dev.moonlift.conformance.fuzz.Contest} runs it on several
 * platforms and, where it is installed, with {@code lua5.4}. If they differ, a
 * {@link dev.moonlift.conformance.fuzz.Shrinker} takes pieces away as long as they still do.
 *
 * <p>What must stay true of programs:
 *
 * <ul>
 *   <li>They end, soon. Loops have a bound that no other code touches; a function calls only functions above it, and
 *       itself only as often as a counter says; a class uses only classes above it, and instances of them that nobody
 *       assigns to. {@link dev.moonlift.conformance.fuzz.Scope} keeps count of what all that multiplies to.
 *   <li>They mean one thing: no addresses, no time, no order of keys. Three in four are portable, and keep to what Lua
 *       defines; the others take the length of tables with holes as well, which is Moonlift's own affair but the same
 *       on all its platforms.
 *   <li>They seldom fail as a whole: what may fail is called through {@code pcall}, and its message is shown.
 * </ul>
 */
package dev.moonlift.conformance.fuzz;
