package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Prototype;
import dev.moonlift.frontend.lua.ast.Variable;
import java.util.ArrayList;
import java.util.List;

/** The variables in scope, by register, and the records of all variables for messages and the debug library. */
final class ActiveVariables {
    private static final int NONE = -1;

    private final CodeBuffer code;
    private final List<Prototype.LocalVariable> records = new ArrayList<>();
    private final int[] recordOf = new int[256];
    /** For each register the highest one, up to it, whose variable must be closed. */
    private final int[] highestToClose = new int[256];

    private int count;

    ActiveVariables(CodeBuffer code) {
        this.code = code;
    }

    /** Brings a variable into scope, at the next instruction. */
    void activate(Variable variable) {
        if (variable.register() != count) {
            throw new IllegalStateException(variable.name() + " is in register " + count);
        }
        int below = count == 0 ? NONE : highestToClose[count - 1];
        highestToClose[count] = variable.needsClose() ? count : below;
        recordOf[count++] = records.size();
        records.add(new Prototype.LocalVariable(variable.name(), code.here(), code.here()));
    }

    /** Lets the scope of the last variable begin only now. */
    void restartLast() {
        int index = recordOf[count - 1];
        records.set(index, new Prototype.LocalVariable(records.get(index).name(), code.here(), code.here()));
    }

    /** Ends the scope of all variables in registers from this one on. */
    void deactivateTo(int register) {
        while (count > register) {
            int index = recordOf[--count];
            Prototype.LocalVariable begun = records.get(index);
            records.set(index, new Prototype.LocalVariable(begun.name(), begun.startPc(), code.here()));
        }
    }

    /** Registers taken by variables. */
    int count() {
        return count;
    }

    /** Whether leaving the scope of the variables from this register on must close something. */
    boolean needCloseFrom(int register) {
        return count > 0 && highestToClose[count - 1] >= register;
    }

    List<Prototype.LocalVariable> records() {
        return List.copyOf(records);
    }
}
