package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.BitSet;
import java.util.List;

/**
 * Gives values that are live at the same time different locals, and values that are copied to each other the same one
 * where it can.
 *
 * <p>Blocks are visited after those that dominate them. Where a block begins, the locals of what is live there are thus
 * known; each value that the block defines takes one that is free at that point. In static single assignment form that
 * is enough: of two values that are live at the same time, one is live where the other is defined.
 */
final class LocalAllocator {
    /** Loops around a block whose parameters keep their locals from being lent to others inside. */
    private static final int RESERVED_LOOPS = 4;

    private final Flow flow;
    private final Uses uses;
    private final Liveness liveness;
    private final Loops loops;
    private final Affinities affinities;

    private final Locals locals;
    private final BitSet[] all = new BitSet[ValueType.values().length];
    private final BitSet[] free = new BitSet[all.length];
    /** Locals of the parameters of loops around: free or not, they are wanted again at the next iteration. */
    private final BitSet reserved = new BitSet();

    /** By value: one more than the index of the last node that is left while the value is wanted. */
    private final int[] wantedBehind;
    /** By value: the place in the code of the current node where it is used last. */
    private final int[] lastUse;

    private LocalAllocator(Graph graph, Flow flow, Uses uses, Loops loops) {
        this.flow = flow;
        this.uses = uses;
        this.loops = loops;
        int valueCount = graph.valueCount();
        this.liveness = new Liveness(flow, uses, valueCount);
        this.affinities = new Affinities(flow, valueCount);
        this.locals = new Locals(valueCount);
        this.wantedBehind = new int[valueCount];
        this.lastUse = new int[valueCount];
        for (int i = 0; i < all.length; i++) {
            all[i] = new BitSet();
            free[i] = new BitSet();
        }
    }

    static Locals allocate(Graph graph, Flow flow, Uses uses, Loops loops) {
        LocalAllocator allocator = new LocalAllocator(graph, flow, uses, loops);
        graph.entry().parameters().forEach(allocator::addFunctionParameter);
        flow.nodes().forEach(allocator::allocate);
        return allocator.locals;
    }

    private void addFunctionParameter(Value parameter) {
        settle(parameter.id(), addLocal(parameter.type()));
    }

    private int addLocal(ValueType type) {
        int local = locals.add(type);
        all[type.ordinal()].set(local);
        return local;
    }

    private void settle(int value, int local) {
        locals.set(value, local);
        affinities.settle(value, local);
    }

    private void allocate(Node node) {
        begin(node);
        findLastUses(node);
        List<Insn> code = node.code;
        for (int i = 0; i < code.size(); i++) {
            int value = (int) code.get(i).value();
            switch (code.get(i).op()) {
                case LOCAL_GET -> releaseBehindLastUse(value, i, node);
                case LOCAL_SET, LOCAL_TEE -> assign(value);
                default -> {}
            }
        }
        node.exits.forEach(exit -> exit.moves.forEach(move -> assignAll(move.code())));
    }

    private void begin(Node node) {
        for (int i = 0; i < all.length; i++) {
            free[i].clear();
            free[i].or(all[i]);
        }
        for (int i = 0; i < liveness.count(node); i++) {
            occupy(liveness.value(node, i));
        }
        reserve(node);
        for (Value parameter : node.block.parameters()) {
            if (uses.isUsed(parameter)) {
                if (locals.of(parameter.id()) == Locals.NONE) {
                    assign(parameter.id());
                } else {
                    occupy(parameter.id());
                }
            }
        }
        if (loops.isHeader(node)) {
            reserve(node);
        }
    }

    private void occupy(int value) {
        free[uses.type(value).ordinal()].clear(locals.of(value));
    }

    private void reserve(Node node) {
        reserved.clear();
        int loop = loops.around(node);
        for (int i = 0; i < RESERVED_LOOPS && loop != Loops.NONE; i++) {
            for (Value parameter : flow.node(loop).block.parameters()) {
                if (locals.of(parameter.id()) != Locals.NONE) {
                    reserved.set(locals.of(parameter.id()));
                }
            }
            loop = loops.outer(loop);
        }
    }

    private void findLastUses(Node node) {
        int stamp = node.index + 1;
        for (Exit exit : node.exits) {
            for (int i = 0; i < liveness.count(exit.target); i++) {
                wantedBehind[liveness.value(exit.target, i)] = stamp;
            }
            // Parameters change only when all arguments have been evaluated: their locals are not free before.
            for (Move move : exit.moves) {
                for (Insn insn : move.code()) {
                    if (insn.op() == WasmOp.LOCAL_GET) {
                        wantedBehind[(int) insn.value()] = stamp;
                    }
                }
            }
        }
        for (int i = 0; i < node.code.size(); i++) {
            if (node.code.get(i).op() == WasmOp.LOCAL_GET) {
                lastUse[(int) node.code.get(i).value()] = i;
            }
        }
    }

    private void releaseBehindLastUse(int value, int place, Node node) {
        if (lastUse[value] == place && wantedBehind[value] != node.index + 1) {
            free[uses.type(value).ordinal()].set(locals.of(value));
        }
    }

    private void assignAll(List<Insn> code) {
        for (Insn insn : code) {
            if (insn.op() == WasmOp.LOCAL_TEE) {
                assign((int) insn.value());
            }
        }
    }

    private void assign(int value) {
        ValueType type = uses.type(value);
        BitSet candidates = free[type.ordinal()];
        int local = preferred(value, candidates);
        if (local == Locals.NONE) {
            local = unreserved(candidates);
        }
        if (local == Locals.NONE) {
            local = addLocal(type);
        }
        candidates.clear(local);
        settle(value, local);
    }

    /** The local of what is copied to the value or to which the value is copied, if it is free. */
    private int preferred(int value, BitSet candidates) {
        int target = affinities.copiedTo(value);
        if (target != Locals.NONE && isCandidate(locals.of(target), candidates)) {
            return locals.of(target);
        }
        return isCandidate(affinities.local(value), candidates) ? affinities.local(value) : Locals.NONE;
    }

    private static boolean isCandidate(int local, BitSet candidates) {
        return local != Locals.NONE && candidates.get(local);
    }

    private int unreserved(BitSet candidates) {
        int local = candidates.nextSetBit(0);
        while (local != Locals.NONE && reserved.get(local)) {
            local = candidates.nextSetBit(local + 1);
        }
        return local;
    }
}
