package dev.moonlift.wasm.module;

import java.util.List;

/**
 * Functions that instantiation writes into a table.
 *
 * @param table index of the table
 * @param offset where the first of them goes: an i32
 * @param functions their indices
 */
public record ElementSegment(int table, Constant offset, List<Integer> functions) {
    public ElementSegment {
        functions = List.copyOf(functions);
    }
}
