package dev.moonlift.conformance.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a Lua program: text with holes, and the pieces that fill them.
 *
 * <p>What must stay together so that a program ends and means something, like a loop and its counter, is text of one
 * piece: a {@link Shrinker} takes whole pieces away, and lets text alone.
 *
 * @param sort where it may stand, and so what it may be replaced by
 * @param pattern its text, in which every {@code $} is a hole; a block's hole stands at the beginning of a line. Empty
 *     for a block
 * @param parts what fills the holes, in order; a block's statements
 */
record Piece(Sort sort, String pattern, List<Piece> parts) {
    private static final char HOLE = '$';
    private static final String INDENT = "  ";

    /** Where pieces may stand. */
    enum Sort {
        /** Statements, each on lines of its own. */
        BLOCK,
        /** A statement. */
        STATEMENT,
        /** An expression that stands for one value, in brackets where it needs them. */
        EXPRESSION,
        /** A positive integer that says how often something is done. */
        COUNT
    }

    Piece {
        parts = List.copyOf(parts);
        long holes = pattern.chars().filter(c -> c == HOLE).count();
        if (sort != Sort.BLOCK && holes != parts.size()) {
            throw new IllegalArgumentException(holes + " holes for " + parts.size() + " pieces: " + pattern);
        }
    }

    static Piece block(List<Piece> statements) {
        return new Piece(Sort.BLOCK, "", statements);
    }

    static Piece statement(String pattern, Piece... parts) {
        return new Piece(Sort.STATEMENT, pattern, List.of(parts));
    }

    static Piece expression(String pattern, Piece... parts) {
        return new Piece(Sort.EXPRESSION, pattern, List.of(parts));
    }

    static Piece count(long number) {
        return new Piece(Sort.COUNT, Long.toString(number), List.of());
    }

    /** How many pieces it consists of, itself included. */
    int size() {
        return 1 + parts.stream().mapToInt(Piece::size).sum();
    }

    /** The piece at an index below {@link #size}: itself at 0, then its parts with theirs. */
    Piece at(int index) {
        if (index == 0) {
            return this;
        }
        int rest = index - 1;
        for (Piece part : parts) {
            int size = part.size();
            if (rest < size) {
                return part.at(rest);
            }
            rest -= size;
        }
        throw new IndexOutOfBoundsException(index);
    }

    /** The same with another piece at an index. */
    Piece with(int index, Piece other) {
        if (index == 0) {
            return other;
        }
        List<Piece> changed = new ArrayList<>(parts);
        int rest = index - 1;
        for (int i = 0; i < parts.size(); i++) {
            int size = parts.get(i).size();
            if (rest >= 0 && rest < size) {
                changed.set(i, parts.get(i).with(rest, other));
            }
            rest -= size;
        }
        return new Piece(sort, pattern, changed);
    }

    /** The Lua text. */
    String text() {
        StringBuilder out = new StringBuilder();
        write(out, "");
        return out.toString();
    }

    private void write(StringBuilder out, String indent) {
        if (sort == Sort.BLOCK) {
            for (Piece statement : parts) {
                out.append(indent);
                statement.write(out, indent);
                out.append('\n');
            }
        } else {
            writePattern(out, indent);
        }
    }

    private void writePattern(StringBuilder out, String indent) {
        int next = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean isFilled = c == HOLE;
            if (isFilled && parts.get(next).sort == Sort.BLOCK) {
                parts.get(next++).write(out, indent + INDENT);
                continue;
            }
            if (i > 0 && pattern.charAt(i - 1) == '\n' || isAfterBlock(i, next)) {
                out.append(indent);
            }
            if (isFilled) {
                parts.get(next++).write(out, indent);
            } else {
                out.append(c);
            }
        }
    }

    private boolean isAfterBlock(int at, int next) {
        return at > 0 && pattern.charAt(at - 1) == HOLE && parts.get(next - 1).sort == Sort.BLOCK;
    }
}
