package dev.moonlift.runtime.jit;

import static dev.moonlift.runtime.jit.Rehearsal.UNKNOWN;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.Tag;

/** The numeric {@code for} as a {@link Rehearsal} plays it: start, limit or rounds left, step and variable in cells. */
final class NumericLoop {
    private NumericLoop() {}

    /**
     * Plays a FORPREP. What is not known of a loop is taken for an integer, as it is in most.
     *
     * @return the number of the next instruction
     */
    static int prepare(Cells registers, int a, int pc, int i) {
        for (int n = a; n < a + 3; n += 2) {
            if (registers.tag(n) == UNKNOWN) {
                registers.set(n, Tag.INTEGER, 1);
            }
        }
        boolean isInteger = registers.tag(a) == Tag.INTEGER && registers.tag(a + 2) == Tag.INTEGER;
        if (isInteger) {
            long step = Math.max(1, Math.abs(registers.payload(a + 2)));
            long distance = registers.payload(a + 2) > 0
                    ? (long) registers.number(a + 1) - registers.payload(a)
                    : registers.payload(a) - (long) registers.number(a + 1);
            if (registers.isNumber(a + 1) && distance < 0) {
                return pc + 2 + Instruction.bx(i);
            }
            registers.set(a + 1, Tag.INTEGER, registers.isNumber(a + 1) ? distance / step : 2);
        } else {
            for (int n = a; n < a + 3; n++) {
                registers.setFloat(n, registers.isNumber(n) ? registers.number(n) : 1);
            }
        }
        registers.copy(a + 3, registers, a);
        return pc + 1;
    }

    /**
     * Plays a FORLOOP.
     *
     * @return the number of the next instruction
     */
    static int advance(Cells registers, int a, int pc, int i) {
        int again = pc + 1 - Instruction.bx(i);
        if (registers.tag(a + 2) == Tag.INTEGER) {
            if (registers.payload(a + 1) == 0) {
                return pc + 1;
            }
            registers.set(a + 1, Tag.INTEGER, registers.payload(a + 1) - 1);
            registers.set(a, Tag.INTEGER, registers.payload(a) + registers.payload(a + 2));
        } else {
            double next = registers.number(a) + registers.number(a + 2);
            registers.setFloat(a, next);
            if (registers.number(a + 2) > 0 ? next > registers.number(a + 1) : next < registers.number(a + 1)) {
                return pc + 1;
            }
        }
        registers.copy(a + 3, registers, a);
        return again;
    }
}
