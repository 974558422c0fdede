package dev.moonlift.runtime.jit;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an instruction has found a field: in the table itself, or where metatables have it looked for. A path has a
 * {@linkplain Profile#place place} for each table: of {@code __index} in its metatable, but for the last one, where it
 * is of the field. Objects of one class share a path; an instruction that sees some classes has some paths.
 */
final class FieldPaths {
    /** More are as good as none: to try them takes longer than to search. */
    private static final int MOST = 4;

    private static final int[] TOO_MANY = {-1};

    private final List<List<Integer>> paths = new ArrayList<>();
    private boolean areTooMany;
    /** How many there were when the field was found along none of them. */
    private int missed;

    void add(List<Integer> path) {
        if (!paths.contains(path)) {
            areTooMany |= paths.size() == MOST;
            paths.add(List.copyOf(path));
        }
    }

    void addAll(FieldPaths others) {
        areTooMany |= others.areTooMany;
        missed = Math.max(missed, others.missed);
        others.paths.forEach(this::add);
    }

    FieldPaths copy() {
        FieldPaths copy = new FieldPaths();
        copy.paths.addAll(paths);
        copy.areTooMany = areTooMany;
        copy.missed = missed;
        return copy;
    }

    /**
     * The field was found along none of these, or not at all.
     *
     * @return whether there may be a path that is still to be seen: if one has been since this was so before
     */
    boolean miss() {
        boolean haveGrown = !areTooMany && paths.size() > missed;
        missed = paths.size();
        return haveGrown;
    }

    /** The paths in the order in which they were seen; none if there are too many. */
    List<List<Integer>> all() {
        return areTooMany ? List.of() : paths;
    }

    /** The same as numbers: of each path its length, and its places. */
    int[] toNumbers() {
        if (areTooMany) {
            return TOO_MANY;
        }
        List<Integer> numbers = new ArrayList<>();
        for (List<Integer> path : paths) {
            numbers.add(path.size());
            numbers.addAll(path);
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** From what {@link #toNumbers} gave. */
    static FieldPaths of(int[] numbers) throws CodeFormatException {
        FieldPaths read = new FieldPaths();
        read.areTooMany = numbers.length > 0 && numbers[0] < 0;
        int next = 0;
        while (!read.areTooMany && next < numbers.length) {
            int end = next + 1 + numbers[next];
            if (end <= next + 1 || end > numbers.length) {
                throw new CodeFormatException("a path of a field ends where there is none");
            }
            List<Integer> path = new ArrayList<>();
            for (int n = next + 1; n < end; n++) {
                path.add(numbers[n]);
            }
            read.add(path);
            next = end;
        }
        return read;
    }
}
