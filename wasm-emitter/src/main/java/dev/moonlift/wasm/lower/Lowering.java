package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.module.Body;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import java.util.List;

/** From a graph to the body of a function. */
public final class Lowering {
    private Lowering() {}

    /** For Wasmtime. */
    public static Body lower(Graph graph, Symbols symbols) {
        return lower(graph, symbols, LoweringOptions.WASMTIME);
    }

    public static Body lower(Graph graph, Symbols symbols, LoweringOptions options) {
        Flow flow = Flow.of(graph);
        Uses uses = new Uses(graph, flow);
        Stacking stacking = new Stacking(uses, new InsnFactory(symbols, options), graph.valueCount());
        flow.nodes().forEach(stacking::write);
        Loops loops = new Loops(flow);
        Locals locals = LocalAllocator.allocate(graph, flow, uses, loops);
        int selector = -1;
        if (!Dispatchers.isReducible(flow)) {
            selector = locals.add(ValueType.I32);
            flow = Flow.of(Dispatchers.add(flow));
            loops = new Loops(flow);
        }
        boolean hasResults = !graph.type().results().isEmpty();
        List<Insn> code = Structure.write(flow, loops, locals, selector, hasResults, !options.shortFunctions());
        int parameters = graph.type().parameters().size();
        return new Body(locals.types().subList(parameters, locals.types().size()), code);
    }
}
