package dev.moonlift.frontend.lua.syntax;

import static dev.moonlift.frontend.lua.syntax.Characters.isDigit;
import static dev.moonlift.frontend.lua.syntax.Characters.isHexDigit;
import static dev.moonlift.frontend.lua.syntax.Characters.isNamePart;
import static dev.moonlift.frontend.lua.syntax.Characters.isNameStart;
import static dev.moonlift.frontend.lua.syntax.Characters.isNewline;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.lua.CompileWatch;
import dev.moonlift.frontend.lua.LuaSyntaxException;
import java.util.HashMap;
import java.util.Map;

/** Cuts the bytes of a chunk into tokens, one at a time. */
final class Lexer {
    private static final int END = -1;
    /** Bytes from one report to the watch to the next. */
    private static final int STRETCH = 4096;

    private final byte[] source;
    private final SyntaxErrors errors;
    private final Map<ByteString, ByteString> strings = new HashMap<>();
    private final CompileWatch watch;
    private int at;
    private int line;
    private int nextReport = STRETCH;
    private int unreportedTokens;

    Lexer(byte[] source, SyntaxErrors errors, CompileWatch watch) {
        this(source, errors, watch, 0, 1);
    }

    /** A lexer that begins in the midst of the text, at a token or before it. */
    Lexer(byte[] source, SyntaxErrors errors, int at, int line) {
        this(source, errors, CompileWatch.NONE, at, line);
    }

    private Lexer(byte[] source, SyntaxErrors errors, CompileWatch watch, int at, int line) {
        this.source = source;
        this.errors = errors;
        this.watch = watch;
        this.at = at;
        this.line = line;
    }

    /** The line reached so far. */
    int line() {
        return line;
    }

    /** Reads the next token; at the end of the text, again and again, {@link TokenKind#END_OF_TEXT}. */
    Token next() {
        skipBlanks();
        int start = at;
        int c = current();
        unreportedTokens++;
        if (c == END) {
            report();
            return token(TokenKind.END_OF_TEXT, start);
        }
        if (isNameStart(c)) {
            return name(start);
        }
        if (isDigit(c) || c == '.' && isDigit(peek(1))) {
            return numeral(start);
        }
        if (c == '"' || c == '\'') {
            return token(TokenKind.STRING, intern(new QuotedString(c).read()), start);
        }
        if (c == '[' && (peek(1) == '[' || peek(1) == '=')) {
            return longString(start);
        }
        return symbol(start, c);
    }

    /** Said wherever bytes are passed in a loop. */
    private void proceed() {
        if (at >= nextReport) {
            report();
        }
    }

    private void report() {
        int tokens = unreportedTokens;
        nextReport = at + STRETCH;
        unreportedTokens = 0;
        watch.progress(tokens);
    }

    /** How error messages quote a token, read again from the text. */
    ByteString describe(Token token) {
        if (token.kind() == TokenKind.STRAY) {
            int c = (Integer) token.value();
            return ByteString.utf8(Characters.isPrintable(c) ? "'" + (char) c + "'" : "'<\\" + c + ">'");
        }
        if (token.kind() == TokenKind.NAME || token.kind() == TokenKind.NUMBER) {
            return quoted(ByteString.of(source, token.start(), token.end() - token.start()));
        }
        if (token.kind() == TokenKind.STRING) {
            return quoted(new Lexer(source, errors, token.start(), token.line()).rereadString());
        }
        return ByteString.utf8(token.kind().description());
    }

    private ByteString rereadString() {
        if (current() == '[') {
            ByteBuilder read = new ByteBuilder();
            readLongBracket(longBracketLevel(), read, "string");
            return read.toByteString();
        }
        QuotedString string = new QuotedString(current());
        string.read();
        return string.read.toByteString();
    }

    private Token token(TokenKind kind, int start) {
        return token(kind, null, start);
    }

    private Token token(TokenKind kind, Object value, int start) {
        return new Token(kind, value, start, at, line);
    }

    private Token name(int start) {
        while (isNamePart(current())) {
            at++;
            proceed();
        }
        ByteString text = ByteString.of(source, start, at - start);
        TokenKind reserved = TokenKind.ofReservedWord(text);
        return reserved != null ? token(reserved, start) : token(TokenKind.NAME, intern(text), start);
    }

    /** One object for all equal strings, so that a text that repeats one needs no more memory than its own. */
    private ByteString intern(ByteString string) {
        ByteString known = strings.putIfAbsent(string, string);
        return known != null ? known : string;
    }

    /** Takes all that looks like a part of a numeral, so that "3x" or "1..2" is one malformed number. */
    private Token numeral(int start) {
        at += current() == '.' ? 1 : 0;
        int mark = current() == '0' && (peek(1) | 0x20) == 'x' ? 'p' : 'e';
        at += mark == 'p' ? 2 : 1;
        while (true) {
            proceed();
            if ((current() | 0x20) == mark) {
                at++;
                at += current() == '+' || current() == '-' ? 1 : 0;
            } else if (isHexDigit(current()) || current() == '.') {
                at++;
            } else {
                break;
            }
        }
        at += isNameStart(current()) ? 1 : 0;
        Number value = Numerals.parse(source, start, at);
        if (value == null) {
            throw fail("malformed number", ByteString.of(source, start, at - start));
        }
        return token(TokenKind.NUMBER, value, start);
    }

    private Token longString(int start) {
        int level = longBracketLevel();
        if (level < 0) {
            at -= level;
            throw fail("invalid long string delimiter", ByteString.of(source, start, at - start));
        }
        ByteBuilder read = new ByteBuilder();
        readLongBracket(level, read, "string");
        int margin = level + 2;
        return token(TokenKind.STRING, intern(read.toByteString(margin, read.length() - margin)), start);
    }

    /** The number of '=' in the opening long bracket here; if it is none, minus the bytes that look like one. */
    private int longBracketLevel() {
        int end = at + 1;
        while (end < source.length && source[end] == '=') {
            end++;
        }
        boolean opens = end < source.length && source[end] == '[';
        return opens ? end - at - 1 : at - end;
    }

    /** Reads from an opening long bracket to its closing one; {@code read} is null in a comment. */
    private void readLongBracket(int level, ByteBuilder read, String what) {
        int firstLine = line;
        keep(read, at, at + level + 2);
        at += level + 2;
        if (isNewline(current())) {
            skipNewline();
        }
        while (!atClosingBracket(level)) {
            proceed();
            if (current() == END) {
                String message = "unfinished long " + what + " (starting at line " + firstLine + ")";
                throw errors.near(line, ByteString.utf8(message), ByteString.utf8("<eof>"));
            }
            if (isNewline(current())) {
                skipNewline();
                if (read != null) {
                    read.append('\n');
                }
            } else {
                keep(read, at, at + 1);
                at++;
            }
        }
        keep(read, at, at + level + 2);
        at += level + 2;
    }

    private void keep(ByteBuilder read, int from, int to) {
        if (read != null) {
            read.append(source, from, to);
        }
    }

    private boolean atClosingBracket(int level) {
        if (current() != ']' || peek(level + 1) != ']') {
            return false;
        }
        for (int i = 1; i <= level; i++) {
            if (peek(i) != '=') {
                return false;
            }
        }
        return true;
    }

    private Token symbol(int start, int c) {
        at++;
        TokenKind two = twoBytes(c, current());
        if (two != null) {
            at++;
            boolean dots = two == TokenKind.CONCATENATE && current() == '.';
            at += dots ? 1 : 0;
            return token(dots ? TokenKind.DOTS : two, start);
        }
        TokenKind one = TokenKind.ofByte(c);
        return one != null ? token(one, start) : token(TokenKind.STRAY, c, start);
    }

    private static TokenKind twoBytes(int first, int second) {
        switch (first) {
            case '=':
                return second == '=' ? TokenKind.EQUAL : null;
            case '<':
                return second == '=' ? TokenKind.LESS_EQUAL : second == '<' ? TokenKind.SHIFT_LEFT : null;
            case '>':
                return second == '=' ? TokenKind.GREATER_EQUAL : second == '>' ? TokenKind.SHIFT_RIGHT : null;
            case '/':
                return second == '/' ? TokenKind.INTEGER_DIVIDE : null;
            case '~':
                return second == '=' ? TokenKind.NOT_EQUAL : null;
            case ':':
                return second == ':' ? TokenKind.DOUBLE_COLON : null;
            case '.':
                return second == '.' ? TokenKind.CONCATENATE : null;
            default:
                return null;
        }
    }

    private void skipBlanks() {
        while (true) {
            proceed();
            int c = current();
            if (isNewline(c)) {
                skipNewline();
            } else if (Characters.isSpace(c)) {
                at++;
            } else if (c == '-' && peek(1) == '-') {
                at += 2;
                skipComment();
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        int level = current() == '[' ? longBracketLevel() : -1;
        if (level >= 0) {
            readLongBracket(level, null, "comment");
            return;
        }
        while (current() != END && !isNewline(current())) {
            at++;
            proceed();
        }
    }

    /** Passes one line break, which may be two different bytes. */
    private void skipNewline() {
        int first = current();
        at++;
        if (isNewline(current()) && current() != first) {
            at++;
        }
        line++;
    }

    private int current() {
        return peek(0);
    }

    private int peek(int distance) {
        return at + distance < source.length ? source[at + distance] & 0xFF : END;
    }

    private LuaSyntaxException fail(String message, ByteString near) {
        return errors.near(line, ByteString.utf8(message), quoted(near));
    }

    /** In quotes, and only up to the first zero byte. */
    private static ByteString quoted(ByteString text) {
        byte[] bytes = text.toByteArray();
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new ByteBuilder().append('\'').append(bytes, 0, end).append('\'').toByteString();
    }

    /** A string between quotes, whose escapes it resolves. */
    private final class QuotedString {
        private static final long MAX_CODE_POINT = 0x7FFFFFFFL;

        private final int quote;
        /** What was read, with the opening quote, as messages show it. */
        private final ByteBuilder read = new ByteBuilder();

        private int escapeStart;

        QuotedString(int quote) {
            this.quote = quote;
        }

        ByteString read() {
            read.append(quote);
            at++;
            while (current() != quote) {
                proceed();
                int c = current();
                if (c == END) {
                    throw errors.near(line, ByteString.utf8("unfinished string"), ByteString.utf8("<eof>"));
                }
                if (isNewline(c)) {
                    throw fail("unfinished string", read.toByteString());
                }
                at++;
                if (c == '\\') {
                    escape();
                } else {
                    read.append(c);
                }
            }
            at++;
            read.append(quote);
            return read.toByteString(1, read.length() - 1);
        }

        private void escape() {
            escapeStart = at - 1;
            int c = current();
            int simple = simpleEscape(c);
            if (simple >= 0) {
                at++;
                read.append(simple);
            } else if (c == 'x') {
                read.append(hexDigit() << 4 | hexDigit());
                at++;
            } else if (c == 'u') {
                unicodeEscape();
            } else if (c == 'z') {
                at++;
                skipSpan();
            } else if (isNewline(c)) {
                skipNewline();
                read.append('\n');
            } else if (c != END) {
                check(isDigit(c), "invalid escape sequence");
                decimalEscape();
            }
        }

        private int simpleEscape(int c) {
            switch (c) {
                case 'a':
                    return 7;
                case 'b':
                    return '\b';
                case 'f':
                    return '\f';
                case 'n':
                    return '\n';
                case 'r':
                    return '\r';
                case 't':
                    return '\t';
                case 'v':
                    return 11;
                case '\\':
                case '"':
                case '\'':
                    return c;
                default:
                    return -1;
            }
        }

        /** Steps to the next byte, which must be a hexadecimal digit. */
        private int hexDigit() {
            at++;
            check(isHexDigit(current()), "hexadecimal digit expected");
            return Characters.hexValue(current());
        }

        private void unicodeEscape() {
            at++;
            check(current() == '{', "missing '{'");
            long codePoint = hexDigit();
            for (at++; isHexDigit(current()); at++) {
                check(codePoint <= MAX_CODE_POINT >> 4, "UTF-8 value too large");
                codePoint = codePoint << 4 | Characters.hexValue(current());
            }
            check(current() == '}', "missing '}'");
            at++;
            read.appendUtf8(codePoint);
        }

        private void skipSpan() {
            while (Characters.isSpace(current())) {
                proceed();
                if (isNewline(current())) {
                    skipNewline();
                } else {
                    at++;
                }
            }
        }

        private void decimalEscape() {
            int value = 0;
            for (int i = 0; i < 3 && isDigit(current()); i++) {
                value = value * 10 + current() - '0';
                at++;
            }
            check(value <= 255, "decimal escape too large");
            read.append(value);
        }

        /** The message shows the escape up to the byte that makes it wrong. */
        private void check(boolean valid, String message) {
            if (!valid) {
                read.append(source, escapeStart, Math.min(at + 1, source.length));
                throw fail(message, read.toByteString());
            }
        }
    }
}
