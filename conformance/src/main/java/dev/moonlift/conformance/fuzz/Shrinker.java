package dev.moonlift.conformance.fuzz;

import dev.moonlift.conformance.fuzz.Piece.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes programs smaller as long as they keep a property. */
final class Shrinker {
    private static final List<Piece> SIMPLEST =
            List.of(Piece.expression("nil"), Piece.expression("1"), Piece.expression("{}"));

    private final Predicate<Piece> isWanted;
    private int attempts;

    /**
     * @param isWanted the property
     * @param attempts how often it is looked at, at most
     */
    Shrinker(Predicate<Piece> isWanted, int attempts) {
        this.isWanted = isWanted;
        this.attempts = attempts;
    }

    /** The smallest program that was found; the same one if it has no smaller one with the property. */
    Piece shrink(Piece program) {
        Piece before;
        Piece smallest = program;
        do {
            before = smallest;
            smallest = pass(before);
        } while (!smallest.equals(before) && attempts > 0);
        return smallest;
    }

    /** From the outside to the inside: what goes early takes much with it. */
    private Piece pass(Piece program) {
        Piece smallest = program;
        for (int i = 0; i < smallest.size(); i++) {
            Piece next = smallest;
            do {
                smallest = next;
                next = simplified(smallest, i);
            } while (!next.equals(smallest) && i < next.size());
            smallest = next;
        }
        return smallest;
    }

    /** The program with a simpler piece at an index, or the same one. */
    private Piece simplified(Piece program, int index) {
        for (Piece simpler : simpler(program.at(index))) {
            if (attempts <= 0) {
                break;
            }
            attempts--;
            Piece candidate = program.with(index, simpler);
            if (isWanted.test(candidate)) {
                return candidate;
            }
        }
        return program;
    }

    /** What a piece might be replaced by, the simplest first. */
    private static List<Piece> simpler(Piece piece) {
        return switch (piece.sort()) {
            case BLOCK -> shorterBlocks(piece.parts());
            case STATEMENT -> List.of();
            case EXPRESSION -> simplerExpressions(piece);
            case COUNT -> smallerCounts(Long.parseLong(piece.pattern()));
        };
    }

    private static List<Piece> shorterBlocks(List<Piece> statements) {
        List<Piece> blocks = new ArrayList<>();
        for (int size = statements.size(); size > 0; size /= 2) {
            for (int from = statements.size() - size; from >= 0; from -= size) {
                blocks.add(replaced(statements, from, size, List.of()));
            }
        }
        for (int i = 0; i < statements.size(); i++) {
            for (Piece part : statements.get(i).parts()) {
                addUnwrapped(blocks, statements, i, part);
            }
        }
        return blocks;
    }

    /** The statements of a block instead of the statement that has it, also where it is the body of a function. */
    private static void addUnwrapped(List<Piece> blocks, List<Piece> statements, int at, Piece part) {
        if (part.sort() == Sort.BLOCK) {
            blocks.add(replaced(statements, at, 1, part.parts()));
        }
    }

    private static Piece replaced(List<Piece> statements, int from, int count, List<Piece> others) {
        List<Piece> changed = new ArrayList<>(statements.subList(0, from));
        changed.addAll(others);
        changed.addAll(statements.subList(from + count, statements.size()));
        return Piece.block(changed);
    }

    private static List<Piece> simplerExpressions(Piece piece) {
        if (SIMPLEST.contains(piece)) {
            return List.of();
        }
        List<Piece> simpler = new ArrayList<>(SIMPLEST);
        piece.parts().stream().filter(part -> part.sort() == Sort.EXPRESSION).forEach(simpler::add);
        return simpler;
    }

    private static List<Piece> smallerCounts(long count) {
        return List.of(1L, count / 10, count / 2, count - 1).stream()
                .filter(smaller -> smaller > 0 && smaller < count)
                .distinct()
                .map(Piece::count)
                .toList();
    }
}
