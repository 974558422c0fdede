package dev.moonlift.wasm.lower;

import java.util.Arrays;

/** Values that should share a local, since one is copied to the other: disjoint sets, by numbers of values. */
final class Affinities {
    private static final int NONE = -1;

    private final int[] parents;
    private final int[] locals;
    /** By value: the parameter to which it is copied first. */
    private final int[] copiedTo;

    Affinities(Flow flow, int valueCount) {
        parents = new int[valueCount];
        locals = new int[valueCount];
        copiedTo = new int[valueCount];
        Arrays.setAll(parents, i -> i);
        Arrays.fill(locals, NONE);
        Arrays.fill(copiedTo, NONE);
        for (Node node : flow.nodes()) {
            node.exits.forEach(exit -> exit.moves.forEach(this::add));
        }
    }

    private void add(Move move) {
        if (move.isCopy()) {
            int argument = (int) move.code().get(0).value();
            int parameter = move.parameter().id();
            copiedTo[argument] = copiedTo[argument] == NONE ? parameter : copiedTo[argument];
            parents[find(argument)] = find(parameter);
        }
    }

    private int find(int value) {
        int root = value;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** The parameter to which a value is copied first, or -1. */
    int copiedTo(int value) {
        return copiedTo[value];
    }

    /** The local that a value of the same set got first, or -1. */
    int local(int value) {
        return locals[find(value)];
    }

    void settle(int value, int local) {
        int root = find(value);
        locals[root] = locals[root] == NONE ? local : locals[root];
    }
}
