/**
 * Lua 5.4: from source text to bytecode.
 *
 * <pre>
 *   bytes --Lexer--&gt; tokens --Parser--&gt; tree, names and labels resolved --FunctionCompiler--&gt; Prototype
 *          syntax             syntax, scope      ast                          compile            bytecode
 * </pre>
 *
 * <p>{@link dev.moonlift.frontend.lua.LuaCompiler} is the way in. A text is a program or is refused with a
 * {@link dev.moonlift.frontend.lua.LuaSyntaxException} in the words of the reference implementation, with the line and
 * the token it would name.
 *
 * <p>Two rules keep hostile text harmless. Chains of any length (operators, suffixes, clauses) are lists in the tree
 * and loops in the compiler; only what truly nests is recursive, and the parser limits that to the reference's depth.
 * And every lookup is by hash, so that time is proportional to length.
 */
package dev.moonlift.frontend.lua;
