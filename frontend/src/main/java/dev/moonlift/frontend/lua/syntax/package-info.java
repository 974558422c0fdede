/**
 * From bytes to tree: the lexer, the parser, and the messages about what they refuse.
 *
 * <p>Errors are found in the order of the text, those about names, labels and limits included, because the parser
 * resolves names as it goes. What only the compiler can find, such as an expression that needs too many registers, is
 * reported by position: the {@link dev.moonlift.frontend.lua.syntax.SourceMap} reads the token there again.
 */
package dev.moonlift.frontend.lua.syntax;
