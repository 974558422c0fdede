/**
 * The tree of a chunk, as the parser leaves it and the compiler finds it: names are resolved to variables, upvalues and
 * fields of the environment, labels to places, constants are folded.
 *
 * <p>Places in the text are <em>positions</em>: indexes of tokens, which a
 * {@link dev.moonlift.frontend.lua.syntax.SourceMap} turns into lines and messages.
 */
package dev.moonlift.frontend.lua.ast;
