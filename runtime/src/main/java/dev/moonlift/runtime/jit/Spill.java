package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings unboxed registers to their slots as a function of its own, which many ways out of compiled code share: each is
 * taken rarely, but together they would be most of the code, and HotSpot compiles no method that is too long. It takes
 * the base and the values.
 *
 * @param registers whose slots are written
 * @param kinds of their values
 */
record Spill(List<Integer> registers, List<Kind> kinds) {
    /** For fewer registers a call is not shorter. */
    static final int FEWEST = 2;

    /** The JVM takes 255 words as arguments. */
    static final int MOST = 100;

    Spill {
        registers = List.copyOf(registers);
        kinds = List.copyOf(kinds);
    }

    /** The function; two that do the same have one name. */
    Callee callee() {
        StringBuilder name = new StringBuilder("spill");
        List<ValueType> types = new ArrayList<>(List.of(ValueType.I32));
        for (int i = 0; i < registers.size(); i++) {
            name.append('_').append(kinds.get(i).name().charAt(0)).append(registers.get(i));
            types.add(kinds.get(i).type());
        }
        return new Callee(name.toString(), new FunctionType(types, List.of()));
    }

    /** What the function does. */
    Graph graph() {
        Graph graph = new Graph(callee().name(), callee().type());
        Block block = graph.entry();
        List<Value> parameters = block.parameters();
        SlotWriter writer = new SlotWriter(graph, Insn.NO_ORIGIN, address -> Part.SLOT);
        for (int i = 0; i < registers.size(); i++) {
            int offset = Emission.offset(registers.get(i));
            Value base = parameters.get(0);
            writer.store(block, base, offset, base, offset + Layout.TAG, kinds.get(i), parameters.get(i + 1));
        }
        block.setTerminator(new Terminator.Return(List.of()));
        return graph;
    }
}
