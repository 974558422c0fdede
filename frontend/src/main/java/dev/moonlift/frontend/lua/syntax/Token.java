package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;

/**
 * A token of the text.
 *
 * @param value the {@link ByteString} of a name or string, the Long or Double of a numeral, the Integer of a stray
 *     byte, else null
 * @param start offset of its first byte
 * @param end offset after its last byte
 * @param line line on which it ends
 */
record Token(TokenKind kind, Object value, int start, int end, int line) {
    ByteString text() {
        return (ByteString) value;
    }
}
