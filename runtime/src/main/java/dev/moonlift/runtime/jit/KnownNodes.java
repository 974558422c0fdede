package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * Nodes of fields that were found in a table, while nothing happens that may move nodes: in one block, up to the next
 * call or request to the kernel. So {@code t.x = t.x + 1} searches once.
 */
final class KnownNodes {
    private record Field(Value table, int constant) {}

    private final Map<Field, Value> nodes = new HashMap<>();

    /** The node of a table's field whose name is a constant; null if it is not known. */
    Value get(Value table, int constant) {
        return nodes.get(new Field(table, constant));
    }

    void add(Value table, int constant, Value node) {
        nodes.put(new Field(table, constant), node);
    }

    void clear() {
        nodes.clear();
    }
}
