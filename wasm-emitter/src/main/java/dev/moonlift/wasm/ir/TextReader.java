package dev.moonlift.wasm.ir;

import java.util.function.ToLongFunction;

/** A place in a text, and the tokens behind it: words, numbers, names behind a dollar sign, and single signs. */
final class TextReader {
    private final String text;
    private int at;

    TextReader(String text) {
        this.text = text;
    }

    boolean atEnd() {
        skipBlank(true);
        return at == text.length();
    }

    boolean atEndOfLine() {
        skipBlank(false);
        return at == text.length() || text.charAt(at) == '\n';
    }

    /** Whether this token comes next, which is a word or signs. */
    boolean peek(String token) {
        skipBlank(true);
        int end = at + token.length();
        return text.startsWith(token, at)
                && !(isWord(token.charAt(0)) && end < text.length() && isWord(text.charAt(end)));
    }

    /** Reads this token if it comes next. */
    boolean accept(String token) {
        boolean accepted = peek(token);
        if (accepted) {
            at += token.length();
        }
        return accepted;
    }

    void expect(String token) {
        if (!accept(token)) {
            throw error("expected " + token);
        }
    }

    /** Letters, digits, dots and underscores. */
    String word() {
        skipBlank(true);
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw error("expected a word");
        }
        return text.substring(start, at);
    }

    /** What stands behind a dollar sign: up to a blank, comma or parenthesis, or in quotes. */
    String name() {
        expect("$");
        if (accept("\"")) {
            int end = text.indexOf('"', at);
            if (end < 0) {
                throw error("no end of name");
            }
            String name = text.substring(at, end);
            at = end + 1;
            return name;
        }
        int start = at;
        while (at < text.length() && " \n,()".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Everything up to the next blank, as a number. */
    long number(ToLongFunction<String> parse) {
        skipBlank(true);
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        try {
            return parse.applyAsLong(text.substring(start, at));
        } catch (NumberFormatException e) {
            at = start;
            throw error("expected a number");
        }
    }

    private void skipBlank(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                at = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
            } else if (c == ' ' || lines && Character.isWhitespace(c)) {
                at++;
            } else {
                return;
            }
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    IllegalArgumentException error(String message) {
        long line = text.substring(0, at).lines().count();
        String rest = text.substring(at).lines().findFirst().orElse("");
        return new IllegalArgumentException("line " + line + ": " + message + " at '" + rest + "'");
    }
}
