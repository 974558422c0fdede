package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.inspect.HeapObjects;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import java.util.HashMap;
import java.util.Map;

/** Finds all functions of a guest. */
final class HeapPrototypes {
    private HeapPrototypes() {}

    /** The functions by the addresses of their prototypes, of a guest that is not running. */
    static Map<Integer, FunctionCode> read(Memory memory) {
        Map<Integer, FunctionCode> functions = new HashMap<>();
        HeapObjects.forEach(memory, object -> {
            if (memory.getByte(object + Header.KIND) == Tag.PROTOTYPE) {
                functions.put(object, FunctionCode.read(memory, object));
            }
        });
        return functions;
    }
}
