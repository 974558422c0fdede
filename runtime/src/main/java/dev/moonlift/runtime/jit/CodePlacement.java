package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.CodeExtension;
import dev.moonlift.runtime.kernel.Layout.Prototype;
import dev.moonlift.runtime.kernel.interp.CompiledOp;
import dev.moonlift.runtime.memory.Memory;
import java.util.List;

/**
 * Puts code in place in a guest: what a prototype says of its code, and the instructions with which the interpreter
 * enters it (see {@link CodeExtension}).
 */
final class CodePlacement {
    private final Memory memory;

    CodePlacement(Memory memory) {
        this.memory = memory;
    }

    /** Whether a function that was at an address is there still and has this code. */
    boolean isInPlace(CodeUnit unit) {
        FunctionCode function = unit.function();
        return memory.getInt(function.prototype() + Prototype.DIRECT) == unit.number()
                && memory.getInt(enterAddress(function)) == enterInstruction(unit);
    }

    private static int extension(FunctionCode function) {
        return function.address(function.code().length);
    }

    private static int enterAddress(FunctionCode function) {
        return extension(function) + Integer.BYTES * CodeExtension.ENTER;
    }

    private static int enterInstruction(CodeUnit unit) {
        return CompiledOp.ENTER_FUNCTION | unit.number() + CodeUnit.BEGINNING << 8;
    }

    /**
     * From now on calls run the code, and so do loops.
     *
     * @param isEntered whether the interpreter's calls do as well
     */
    void put(CodeModule.CompiledFunction compiled, boolean isEntered) {
        CodeUnit unit = compiled.unit();
        FunctionCode function = unit.function();
        memory.putInt(function.prototype() + Prototype.DIRECT, unit.number());
        int signature = unit.signature() == null ? 0 : unit.signature().number();
        memory.putInt(function.prototype() + Prototype.SIGNATURE, signature);
        int enter = enterAddress(function);
        memory.putInt(enter, enterInstruction(unit));
        memory.putInt(function.prototype() + Prototype.ENTRY, isEntered ? enter : function.codeAddress());
        List<Integer> ends = unit.loopEnds().all();
        for (int loop = 0; loop < ends.size(); loop++) {
            putLoop(compiled, ends, loop);
        }
    }

    private void putLoop(CodeModule.CompiledFunction compiled, List<Integer> ends, int loop) {
        CodeUnit unit = compiled.unit();
        int pc = ends.get(loop);
        int original = extension(unit.function()) + Integer.BYTES * (CodeExtension.ORIGINALS + loop);
        int instruction = unit.function().code()[pc];
        memory.putInt(original, instruction);
        int n = compiled.loops().indexOf(pc);
        if (n >= 0) {
            memory.putInt(original + Integer.BYTES * ends.size(), unit.number() + CodeUnit.LOOPS + n);
            instruction = CompiledOp.ENTER_LOOP | loop << 8;
        }
        memory.putInt(unit.function().address(pc), instruction);
    }

    /** Leaves a function, which is there, to the interpreter. */
    void remove(FunctionCode function) {
        memory.putInt(function.prototype() + Prototype.DIRECT, 0);
        memory.putInt(function.prototype() + Prototype.SIGNATURE, 0);
        memory.putInt(function.prototype() + Prototype.ENTRY, function.codeAddress());
        for (int pc : new LoopEnds(function).all()) {
            memory.putInt(function.address(pc), function.code()[pc]);
        }
    }
}
