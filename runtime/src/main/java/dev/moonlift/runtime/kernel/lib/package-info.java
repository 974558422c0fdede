/**
 * The standard library (manual §6), as builtins: see the conventions in {@link dev.moonlift.runtime.kernel}.
 *
 * <p>{@link dev.moonlift.runtime.kernel.lib.Builtin} numbers them, {@link dev.moonlift.runtime.kernel.lib.Library} and
 * a dispatch class a library lead from the number to the method. What calls back into Lua more than once, or walks a
 * table with metamethods, is written in Lua in the prelude, and reached by a tail call. What needs the outside world
 * asks the host, by a number of {@link dev.moonlift.runtime.kernel.lib.HostService}.
 *
 * <p>Compiled code calls what {@link dev.moonlift.runtime.kernel.lib.LeafBuiltins} does without a frame, with
 * {@link dev.moonlift.runtime.kernel.lib.LeafPatterns} and {@link dev.moonlift.runtime.kernel.lib.LeafTables}.
 */
package dev.moonlift.runtime.kernel.lib;
