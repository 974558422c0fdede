package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.ir.pass.InliningPolicy;
import dev.moonlift.wasm.module.WasmOp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides which direct calls of compiled functions are replaced by what they call. */
final class CallsInPlace implements InliningPolicy {
    /** Instructions of a function with a copy of it in place of its calls of itself, for there to be a second. */
    static final int MOST_FOR_SECOND = 1000;

    /** Instructions of a callee, and of a caller with what is in it. */
    private static final int MOST_INLINED = 300;

    private static final int MOST_INSTRUCTIONS = 6000;

    /** Instructions of a callee that calls no other, of which its caller has but one call. */
    private static final int MOST_OF_LEAF = 500;

    private static final InliningPolicy SMALL = InliningPolicy.bySize(MOST_INLINED, MOST_INSTRUCTIONS);
    private static final InliningPolicy LEAVES = InliningPolicy.bySize(MOST_OF_LEAF, MOST_INSTRUCTIONS);

    private final Collection<CodeUnit> units;
    /** How often each caller has a call of each callee, before anything is put in place. */
    private final Map<Call, Integer> calls = new HashMap<>();

    private record Call(String caller, String callee) {}

    /**
     * A policy for a module.
     *
     * @param units what is compiled
     * @param graphs the code of it
     */
    CallsInPlace(Collection<CodeUnit> units, List<Graph> graphs) {
        this.units = units;
        for (Graph graph : graphs) {
            for (Block block : graph.blocks()) {
                block.instructions().forEach(instruction -> count(graph, instruction));
            }
        }
    }

    private void count(Graph caller, Instruction instruction) {
        if (isDirect(instruction)) {
            calls.merge(new Call(caller.name(), instruction.callee().name()), 1, Integer::sum);
        }
    }

    private static boolean isDirect(Instruction instruction) {
        return instruction.op() == WasmOp.CALL && instruction.callee().name().endsWith(StatusInMemory.PAIR);
    }

    @Override
    public boolean inlines(CallSite site) {
        return isWorthwhile(site) && (SMALL.inlines(site) || LEAVES.inlines(site) && isOfLeaf(site));
    }

    /**
     * Not the call of a large function's direct code by its beginning with a frame, nor that of a loop's code by what
     * goes on there, since the callee remains, for others to call, and would only be there twice.
     */
    private boolean isWorthwhile(CallSite site) {
        boolean isBeginning = units.stream()
                .anyMatch(unit -> unit.signature() != null
                        && site.caller().name().equals(Compilation.beginningName(unit))
                        && site.callee().name().equals(unit.name() + StatusInMemory.PAIR));
        boolean isLoop = isLoop(site.callee().name()) && !isLoop(site.caller().name());
        return !isLoop && (!isBeginning || site.calleeSize() <= MOST_INLINED);
    }

    /** Whether this is the name of the code of a loop. */
    private boolean isLoop(String name) {
        return units.stream().anyMatch(unit -> name.startsWith(unit.name() + Compilation.LOOP));
    }

    /**
     * Whether the callee calls no other compiled code, so that to call it may be a good part of its time, and there
     * will be one of it only (measured: in a sort, its comparison in place of each call made it slower by a third).
     */
    private boolean isOfLeaf(CallSite site) {
        Call call = new Call(site.caller().name(), site.callee().name());
        return calls.getOrDefault(call, 0) == 1
                && site.callee().blocks().stream()
                        .flatMap(block -> block.instructions().stream())
                        .noneMatch(i -> i.op() == WasmOp.CALL_INDIRECT || isDirect(i));
    }
}
