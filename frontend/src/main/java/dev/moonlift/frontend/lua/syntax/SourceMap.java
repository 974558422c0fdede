package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.LuaSyntaxException;
import java.util.Arrays;

/**
 * Where the tokens of a chunk stand, by position: 0 is the beginning of the text, 1 the first token. Everything after
 * the parser speaks of places in the text by position.
 */
public final class SourceMap {
    private final byte[] source;
    private final SyntaxErrors errors;
    private int[] starts = new int[64];
    private int[] lines = new int[64];
    private int size;

    SourceMap(byte[] source, SyntaxErrors errors) {
        this.source = source;
        this.errors = errors;
        add(0, 1);
    }

    void add(Token token) {
        add(token.start(), token.line());
    }

    private void add(int start, int line) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            lines = Arrays.copyOf(lines, size * 2);
        }
        starts[size] = start;
        lines[size++] = line;
    }

    /** Position of the last token added. */
    int last() {
        return size - 1;
    }

    /** The line on which a token ends. */
    public int line(int position) {
        return lines[position];
    }

    /** An error found when the parser had just passed a position, so that it names the token that follows. */
    public LuaSyntaxException errorAfter(int position, String message) {
        Lexer lexer = new Lexer(source, errors, starts[position + 1], lines[position]);
        ByteString token = lexer.describe(lexer.next());
        return errors.near(lines[position + 1], ByteString.utf8(message), token);
    }
}
