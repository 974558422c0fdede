package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.ReversePostorder;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.ir.pass.InliningPolicy.CallSite;
import dev.moonlift.wasm.module.WasmOp;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Puts bodies of callees in place of calls, also of calls within those bodies.
 *
 * <p>A body is never put into itself, however deep; a copy of it may be, once. Inlined instructions keep their origins:
 * the graphs of a program need one numbering of origins.
 */
public final class Inliner implements Pass {
    /** The graph of a callee, or null if it has none or cannot be inlined. */
    private final Function<Callee, Graph> graphs;

    private final InliningPolicy policy;
    private final Predicate<Graph> isCalledOnce;
    private final int maximalDepth;
    private final Map<Graph, Integer> sizes = new IdentityHashMap<>();

    private Graph caller;
    private int callerSize;
    private int inlined;

    /**
     * An inliner for one graph of a program that is not known as a whole.
     *
     * @param graphs the graph of a callee, or null if it has none
     * @param maximalDepth how many bodies may lie within each other; 1 inlines the caller's own calls only
     */
    public Inliner(Function<Callee, Graph> graphs, InliningPolicy policy, int maximalDepth) {
        this(graphs, policy, maximalDepth, graph -> false);
    }

    Inliner(Function<Callee, Graph> graphs, InliningPolicy policy, int maximalDepth, Predicate<Graph> isCalledOnce) {
        this.graphs = graphs;
        this.policy = policy;
        this.maximalDepth = maximalDepth;
        this.isCalledOnce = isCalledOnce;
    }

    @Override
    public boolean run(Graph graph) {
        caller = graph;
        callerSize = size(graph);
        inlined = 0;
        Frame frame = new Frame(graph, null, 0);
        for (Block block : ReversePostorder.of(graph).blocks()) {
            if (inlined > 0 || hasCandidates(block, frame)) {
                expand(block, frame);
            }
        }
        if (inlined > 0) {
            UnreachableBlocks.remove(graph);
        }
        sizes.remove(graph);
        return inlined > 0;
    }

    /** Instructions and terminators of a graph. */
    static int size(Graph graph) {
        int size = 0;
        for (Block block : graph.blocks()) {
            size += block.instructions().size() + 1;
        }
        return size;
    }

    /**
     * A body that is being copied, and the one whose call it replaces. Its values stand for values of the caller; in
     * the caller's own frame those without an entry stand for themselves.
     *
     * <p>Blocks are copied in reverse postorder, so that definitions come before their uses.
     */
    private static final class Frame {
        private final Graph graph;
        private final Frame parent;
        private final int depth;
        private final Value[] values;

        Frame(Graph graph, Frame parent, int depth) {
            this.graph = graph;
            this.parent = parent;
            this.depth = depth;
            this.values = new Value[graph.valueCount()];
        }

        /** Values made since the frame are the caller's, and stand for themselves. */
        Value value(Value value) {
            Value mapped = value.id() < values.length ? values[value.id()] : null;
            return mapped == null ? value : mapped;
        }

        void set(List<Value> from, List<Value> to) {
            for (int i = 0; i < from.size(); i++) {
                values[from.get(i).id()] = to.get(i);
            }
        }

        boolean contains(Graph other) {
            return graph == other || parent != null && parent.contains(other);
        }
    }

    /** Inlines the calls of a block of the caller, and puts values in place of results of calls that are gone. */
    private void expand(Block block, Frame frame) {
        List<Instruction> instructions = List.copyOf(block.instructions());
        Terminator terminator = block.terminator();
        block.instructions().clear();
        Block end = copy(instructions, frame, block);
        end.setTerminator(terminator.map(frame::value, edge -> edge.mapArguments(frame::value)));
    }

    private boolean hasCandidates(Block block, Frame frame) {
        for (Instruction instruction : block.instructions()) {
            if (candidate(instruction, frame) != null) {
                return true;
            }
        }
        return false;
    }

    private Graph candidate(Instruction instruction, Frame frame) {
        if (instruction.op() != WasmOp.CALL || frame.depth >= maximalDepth) {
            return null;
        }
        Graph callee = graphs.apply(instruction.callee());
        return callee == null || frame.contains(callee) ? null : callee;
    }

    /** Appends instructions of a frame to a block of the caller. Returns the block where what follows them belongs. */
    private Block copy(List<Instruction> instructions, Frame frame, Block to) {
        Block end = to;
        for (Instruction instruction : instructions) {
            Instruction mapped = instruction.mapOperands(frame::value);
            Graph callee = candidate(mapped, frame);
            if (callee != null && policy.inlines(site(mapped, callee, frame))) {
                end = inline(mapped, callee, frame, end);
            } else {
                end.instructions().add(frame.parent == null ? mapped : withNewResults(mapped, frame));
            }
        }
        return end;
    }

    private CallSite site(Instruction call, Graph callee, Frame frame) {
        int size = sizes.computeIfAbsent(callee, Inliner::size);
        return new CallSite(caller, callerSize, call, callee, size, frame.depth, isCalledOnce.test(callee));
    }

    private Instruction withNewResults(Instruction instruction, Frame frame) {
        List<Value> results = new ArrayList<>(instruction.results().size());
        for (Value result : instruction.results()) {
            results.add(caller.newValue(result.type()));
        }
        frame.set(instruction.results(), results);
        return instruction.withResults(results);
    }

    /**
     * Appends the callee's body to a block in place of the call. The callee's entry has no predecessors, so it goes on
     * in the same block; likewise what follows the call goes on in the block of the callee's only return.
     */
    private Block inline(Instruction call, Graph callee, Frame frame, Block to) {
        Frame body = new Frame(callee, frame, frame.depth + 1);
        inlined++;
        callerSize += sizes.get(callee);
        List<Block> order = ReversePostorder.of(callee).blocks();
        Block[] copies = copyBlocks(order, body, call, to);
        boolean isSingle = hasSingleReturn(order);
        Block rest = isSingle ? null : continuation(call, frame);
        for (Block block : order) {
            Block end = copy(block.instructions(), body, copies[block.id()]);
            Terminator terminator = block.terminator().map(body::value, edge -> edge(edge, body, copies));
            if (!(terminator instanceof Terminator.Return leave)) {
                end.setTerminator(terminator);
            } else if (isSingle) {
                frame.set(call.results(), leave.results());
                rest = end;
            } else {
                end.setTerminator(new Terminator.Jump(new Edge(rest, leave.results())));
            }
        }
        return rest;
    }

    private static Edge edge(Edge edge, Frame body, Block[] copies) {
        Edge mapped = edge.mapArguments(body::value);
        return new Edge(copies[edge.target().id()], mapped.arguments());
    }

    private Block[] copyBlocks(List<Block> order, Frame body, Instruction call, Block to) {
        Block[] copies = new Block[body.graph.blockCount()];
        copies[order.get(0).id()] = to;
        body.set(order.get(0).parameters(), call.operands());
        for (Block block : order.subList(1, order.size())) {
            Block copy = caller.newBlock();
            copies[block.id()] = copy;
            for (Value parameter : block.parameters()) {
                body.values[parameter.id()] = caller.addParameter(copy, parameter.type());
            }
        }
        return copies;
    }

    /** A block whose parameters are the results of the call. Never reached if the callee does not return. */
    private Block continuation(Instruction call, Frame frame) {
        Block rest = caller.newBlock();
        for (Value result : call.results()) {
            Value parameter = caller.addParameter(rest, result.type());
            frame.values[result.id()] = parameter;
        }
        return rest;
    }

    private static boolean hasSingleReturn(List<Block> order) {
        int returns = 0;
        for (Block block : order) {
            returns += block.terminator() instanceof Terminator.Return ? 1 : 0;
        }
        return returns == 1;
    }
}
