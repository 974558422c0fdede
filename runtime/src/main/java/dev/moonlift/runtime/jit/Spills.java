package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.Instruction;
import dev.moonlift.wasm.module.WasmOp;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@link Spill spills} of a module. */
final class Spills {
    private final boolean areWanted;
    private final Map<String, Spill> known = new LinkedHashMap<>();

    /**
     * No spills yet.
     *
     * @param areWanted whether functions of the module are to be short rather than fast
     */
    Spills(boolean areWanted) {
        this.areWanted = areWanted;
    }

    boolean areWanted() {
        return areWanted;
    }

    /** The function to call for a spill. */
    Callee use(Spill spill) {
        Callee callee = spill.callee();
        known.put(callee.name(), spill);
        return callee;
    }

    /** The functions that graphs call, in the order of the calls. */
    List<Graph> graphs(List<Graph> callers) {
        Set<Spill> used = new LinkedHashSet<>();
        for (Graph caller : callers) {
            for (Block block : caller.blocks()) {
                for (Instruction instruction : block.instructions()) {
                    if (instruction.op() == WasmOp.CALL
                            && known.containsKey(instruction.callee().name())) {
                        used.add(known.get(instruction.callee().name()));
                    }
                }
            }
        }
        return used.stream().map(Spill::graph).toList();
    }
}
