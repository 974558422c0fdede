package dev.moonlift.runtime.jit;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The functions of a guest that have code, or had some until they were left to the interpreter for good: by the
 * addresses of their prototypes and by the numbers of their code. Where a function was, the guest may have put another
 * one meanwhile.
 */
final class GuestCode {
    private final Memory memory;
    private final CodePlacement placement;
    private final Map<Integer, InstalledCode> byPrototype = new LinkedHashMap<>();
    private final Map<Integer, InstalledCode> byNumber = new HashMap<>();
    private int freedBefore;

    GuestCode(Memory memory) {
        this.memory = memory;
        this.placement = new CodePlacement(memory);
    }

    // --- what there is ---

    /** Whether a function has code, or another that was at its address. */
    boolean contains(int prototype) {
        return byPrototype.containsKey(prototype);
    }

    Set<Integer> prototypes() {
        return byPrototype.keySet();
    }

    /** The code of a function, or of another that was at its address; null if there is none. */
    InstalledCode get(int prototype) {
        return byPrototype.get(prototype);
    }

    InstalledCode ofNumber(int number) {
        return byNumber.get(number);
    }

    /**
     * The code of a function that is certainly there; null if it has none, or that is of one which was there before:
     * then it is forgotten.
     */
    InstalledCode certain(int prototype) {
        InstalledCode code = byPrototype.get(prototype);
        if (code == null) {
            return null;
        }
        boolean isItsOwn = (code.isRemoved() || placement.isInPlace(code.unit()))
                && FunctionCode.read(memory, prototype).isSame(code.function());
        if (!isItsOwn) {
            byPrototype.remove(prototype);
            byNumber.remove(code.unit().number());
        }
        return isItsOwn ? code : null;
    }

    /** How many functions have code now. */
    int count() {
        return (int)
                byPrototype.values().stream().filter(code -> !code.isRemoved()).count();
    }

    /** How functions are called that can be called directly, but for one. */
    Map<Integer, CallTarget> targets(int except) {
        Map<Integer, CallTarget> targets = new HashMap<>();
        byPrototype.forEach((address, code) -> {
            CodeUnit unit = code.unit();
            if (unit.signature() != null && address != except && !code.isRemoved()) {
                targets.put(address, new CallTarget(address, unit.number(), unit.signature(), null));
            }
        });
        return targets;
    }

    /** Whether an instruction calls a function directly that has other code meanwhile. */
    boolean hasNewCallee(CodeUnit unit, int pc) {
        return unit.expectations().targets(pc).stream().anyMatch(target -> {
            InstalledCode callee = byPrototype.get(target.prototype());
            return callee != null
                    && target.isOther(callee.unit().number(), callee.unit().signature());
        });
    }

    /** Code that calls a function as it cannot be called any more. */
    List<InstalledCode> outdatedCallers(InstalledCode callee) {
        return byPrototype.values().stream()
                .filter(code ->
                        !code.isRemoved() && code != callee && code.unit().callsOtherwise(callee.unit()))
                .toList();
    }

    /** The code that is in place now, for another guest that will run the same program. */
    PreparedCode prepare() {
        return new PreparedCode(PreparedModule.join(byPrototype.values().stream()
                .filter(code -> !code.isRemoved())
                .map(InstalledCode::prepare)
                .toList()));
    }

    // --- changes ---

    /**
     * Puts a function's code in place of what it had.
     *
     * @param isEntered whether the interpreter's calls run it as well
     */
    void put(InstalledCode code, boolean isEntered) {
        InstalledCode before = byPrototype.put(code.function().prototype(), code);
        if (before != null) {
            byNumber.remove(before.unit().number());
        }
        byNumber.put(code.unit().number(), code);
        placement.put(code.compiled(), isEntered);
    }

    /**
     * Leaves a function, which runs, to the interpreter for good: what is expected of it is never so for long. Of one
     * that does not run it would not be known whether something else lies where it was.
     */
    void remove(InstalledCode code) {
        placement.remove(code.function());
        code.setRemoved();
    }

    /** Forgets functions that are gone: something else may lie where they were. False if none can be. */
    boolean forgetFreed() {
        int freed = memory.getInt(State.FREED_PROTOTYPES);
        if (freed == freedBefore) {
            return false;
        }
        freedBefore = freed;
        byPrototype.values().removeIf(code -> !code.isRemoved() && !placement.isInPlace(code.unit()));
        byNumber.values().removeIf(code -> !byPrototype.containsValue(code));
        return true;
    }
}
