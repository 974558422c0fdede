package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/**
 * The methods of the memory that are more than one load or store.
 *
 * <p>{@code copy}, {@code fill} and {@code compare} are methods of a class of restricted Java, which does short blocks
 * itself: an engine's own instruction for them costs a call into its library. In that class, and only there,
 * {@code copy} and {@code fill} of the memory are the instructions. {@code grow} is made here.
 */
final class BlockOperations {
    /** Bytes of a WebAssembly page, as a shift. */
    private static final int PAGE_SHIFT = 16;

    private static final String GROW = "memory.grow";

    private final Program program;
    private final String implementation;

    /** @param implementation internal name of the class */
    BlockOperations(Program program, String implementation) {
        this.program = program;
        this.implementation = implementation;
    }

    /** The methods of the class, which nothing seems to call. */
    List<MethodRef> methods() {
        return List.of(
                new MethodRef(implementation, "copy", "(III)V"),
                new MethodRef(implementation, "fill", "(III)V"),
                new MethodRef(implementation, "compare", "(III)I"));
    }

    /** The instruction that a method of the memory is in the code of a class, or null. */
    WasmOp instruction(String caller, String name) {
        if (!caller.equals(implementation)) {
            return null;
        }
        return switch (name) {
            case "copy" -> WasmOp.MEMORY_COPY;
            case "fill" -> WasmOp.MEMORY_FILL;
            default -> null;
        };
    }

    /** The function that a method of the memory is, or null. */
    Callee callee(String name, String descriptor) {
        if (name.equals("grow")) {
            return new Callee(GROW, new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32)));
        }
        MethodRef method = new MethodRef(implementation, name, descriptor);
        return methods().contains(method) ? new Callee(program.functionName(method), method.functionType()) : null;
    }

    /**
     * {@code grow}: to twice the size, if that is not too much, else to as much as is asked for; 1, or 0 if it cannot.
     */
    Graph grow() {
        Graph graph = new Graph(GROW, callee("grow", "(I)I").type());
        GraphCursor at = new GraphCursor(graph, 0);
        Value size = graph.entry().parameters().get(0);
        Value round = at.add(WasmOp.I32_ADD, size, at.constant((1 << PAGE_SHIFT) - 1));
        Value wanted = at.add(WasmOp.I32_SHR_U, round, at.constant(PAGE_SHIFT));
        Value present = at.add(WasmOp.MEMORY_SIZE);
        Value missing = at.add(WasmOp.I32_SUB, wanted, present);
        Value more = at.select(missing, present, at.add(WasmOp.I32_GT_U, missing, present));

        Block enough = graph.newBlock();
        Block tooSmall = graph.newBlock();
        Block exactly = graph.newBlock();
        Block failed = graph.newBlock();
        at.end(branch(at.add(WasmOp.I32_LE_U, wanted, present), enough, tooSmall));
        at.moveTo(tooSmall);
        at.end(branch(grows(at, more), enough, exactly));
        at.moveTo(exactly);
        at.end(branch(grows(at, missing), enough, failed));
        at.moveTo(enough);
        at.end(new Terminator.Return(List.of(at.constant(1))));
        at.moveTo(failed);
        at.end(new Terminator.Return(List.of(at.constant(0))));
        return graph;
    }

    private static Value grows(GraphCursor at, Value pages) {
        return at.add(WasmOp.I32_NE, at.add(WasmOp.MEMORY_GROW, pages), at.constant(-1));
    }

    private static Terminator branch(Value condition, Block ifTrue, Block ifFalse) {
        return new Terminator.Branch(condition, Edge.to(ifTrue), Edge.to(ifFalse));
    }
}
