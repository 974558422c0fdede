package dev.moonlift.frontend.lua.syntax;

import dev.moonlift.frontend.bytecode.ByteString;
import java.util.HashMap;
import java.util.Map;

/** The kinds of tokens, with the text by which error messages name them. */
enum TokenKind {
    AND("and"),
    BREAK("break"),
    DO("do"),
    ELSE("else"),
    ELSEIF("elseif"),
    END("end"),
    FALSE("false"),
    FOR("for"),
    FUNCTION("function"),
    GOTO("goto"),
    IF("if"),
    IN("in"),
    LOCAL("local"),
    NIL("nil"),
    NOT("not"),
    OR("or"),
    REPEAT("repeat"),
    RETURN("return"),
    THEN("then"),
    TRUE("true"),
    UNTIL("until"),
    WHILE("while"),
    INTEGER_DIVIDE("//"),
    CONCATENATE(".."),
    DOTS("..."),
    EQUAL("=="),
    GREATER_EQUAL(">="),
    LESS_EQUAL("<="),
    NOT_EQUAL("~="),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    DOUBLE_COLON("::"),
    PLUS("+"),
    MINUS("-"),
    STAR("*"),
    SLASH("/"),
    PERCENT("%"),
    CARET("^"),
    HASH("#"),
    AMPERSAND("&"),
    TILDE("~"),
    BAR("|"),
    LESS("<"),
    GREATER(">"),
    ASSIGN("="),
    LEFT_PARENTHESIS("("),
    RIGHT_PARENTHESIS(")"),
    LEFT_BRACE("{"),
    RIGHT_BRACE("}"),
    LEFT_BRACKET("["),
    RIGHT_BRACKET("]"),
    SEMICOLON(";"),
    COLON(":"),
    COMMA(","),
    DOT("."),
    NAME("<name>"),
    STRING("<string>"),
    NUMBER("<number>"),
    /** A byte that begins no token; the token's value is the byte. */
    STRAY("<stray>"),
    END_OF_TEXT("<eof>");

    private static final Map<ByteString, TokenKind> RESERVED_WORDS = new HashMap<>();
    private static final TokenKind[] SINGLE_BYTE = new TokenKind[128];

    static {
        for (TokenKind kind : values()) {
            if (kind.compareTo(WHILE) <= 0) {
                RESERVED_WORDS.put(ByteString.utf8(kind.text), kind);
            } else if (kind.text.length() == 1) {
                SINGLE_BYTE[kind.text.charAt(0)] = kind;
            }
        }
    }

    private final String text;

    TokenKind(String text) {
        this.text = text;
    }

    /** The kind of a reserved word; null for any other word. */
    static TokenKind ofReservedWord(ByteString word) {
        return RESERVED_WORDS.get(word);
    }

    /** The kind of the token that is this one byte; null if there is none. */
    static TokenKind ofByte(int value) {
        return value < SINGLE_BYTE.length ? SINGLE_BYTE[value] : null;
    }

    /** How messages refer to tokens of this kind: fixed texts in quotes, classes of tokens without. */
    String description() {
        return compareTo(NAME) < 0 ? "'" + text + "'" : text;
    }
}
