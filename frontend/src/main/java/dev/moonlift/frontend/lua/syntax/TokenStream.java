package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.CompileWatch;
import dev.moonlift.frontend.lua.LuaSyntaxException;
import dev.moonlift.frontend.lua.scope.ScopeErrors;

/** The tokens as the parser meets them: one in view, the next if asked, and the errors about them. */
final class TokenStream implements ScopeErrors {
    private final Lexer lexer;
    private final SyntaxErrors errors;
    private final SourceMap map;
    private final int maxDepth;
    private Token current;
    private Token ahead;
    private int depth;

    /** @param maxDepth how deep constructs may nest */
    TokenStream(byte[] source, ByteString chunkName, int maxDepth, CompileWatch watch) {
        this.maxDepth = maxDepth;
        errors = new SyntaxErrors(chunkName);
        lexer = new Lexer(source, errors, watch);
        map = new SourceMap(source, errors);
        current = lexer.next();
    }

    SourceMap map() {
        return map;
    }

    Token current() {
        return current;
    }

    TokenKind kind() {
        return current.kind();
    }

    boolean at(TokenKind kind) {
        return current.kind() == kind;
    }

    /** The token after the current one. */
    Token peek() {
        if (ahead == null) {
            ahead = lexer.next();
        }
        return ahead;
    }

    /** Passes the current token and returns it. */
    Token advance() {
        Token passed = current;
        map.add(passed);
        if (ahead != null) {
            current = ahead;
            ahead = null;
        } else {
            current = lexer.next();
        }
        return passed;
    }

    /** The line that the lexer has reached: that of the current token. */
    int line() {
        return lexer.line();
    }

    /** Position of the token passed last. */
    int position() {
        return map.last();
    }

    boolean skip(TokenKind kind) {
        boolean found = at(kind);
        if (found) {
            advance();
        }
        return found;
    }

    void expect(TokenKind kind) {
        check(kind);
        advance();
    }

    void check(TokenKind kind) {
        if (!at(kind)) {
            throw nearToken(kind.description() + " expected");
        }
    }

    ByteString expectName() {
        check(TokenKind.NAME);
        return advance().text();
    }

    /** Passes the token that closes what another one has opened at a line. */
    void expectClosing(TokenKind closing, TokenKind opening, int line) {
        if (at(closing)) {
            advance();
        } else if (line == line()) {
            throw nearToken(closing.description() + " expected");
        } else {
            throw nearToken(
                    closing.description() + " expected (to close " + opening.description() + " at line " + line + ")");
        }
    }

    /** Enters a construct that nests; {@link #leave} is its counterpart. */
    void enter() {
        if (++depth > maxDepth) {
            throw new NestingException();
        }
    }

    void leave() {
        depth--;
    }

    @Override
    public LuaSyntaxException nearToken(String message) {
        boolean zeroByte = at(TokenKind.STRAY) && current.value().equals(0);
        if (zeroByte) {
            return atLine(message);
        }
        return errors.near(line(), ByteString.utf8(message), lexer.describe(current));
    }

    @Override
    public LuaSyntaxException atLine(String message) {
        return errors.at(line(), ByteString.utf8(message));
    }
}
