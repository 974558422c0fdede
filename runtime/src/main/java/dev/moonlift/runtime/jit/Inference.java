package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import java.util.Arrays;

/**
 * Tells a profile of a function that nobody has seen running what arithmetic gives by the bytecode alone, so that its
 * {@link Worth} can be estimated. Where a block has several versions, by the first of them.
 */
final class Inference {
    private Inference() {}

    static void complete(CodeUnit unit) {
        Kind[] any = new Kind[unit.function().registers()];
        Arrays.fill(any, Kind.ANY);
        KindFlow flow = new KindFlow(unit, 0, any);
        int end = unit.function().code().length;
        for (int leader = 0; leader < end; leader++) {
            Kind[] kinds = leader == 0 || unit.flow().isLeader(leader) ? flow.first(leader) : null;
            if (kinds != null) {
                walk(unit, flow, leader, kinds);
            }
        }
    }

    private static void walk(CodeUnit unit, KindFlow flow, int leader, Kind[] kinds) {
        int[] code = unit.function().code();
        int pc = leader;
        while (true) {
            boolean goesOn = flow.apply(pc, kinds);
            int op = code[pc] & 0xFF;
            if (op >= Op.ADDI && op <= Op.LEN) {
                unit.expectations().profile().sawResult(pc, kinds[Instruction.a(code[pc])]);
            }
            int[] successors = unit.flow().successors(pc);
            if (!goesOn || successors.length != 1 || unit.flow().isLeader(successors[0])) {
                return;
            }
            pc = successors[0];
        }
    }
}
