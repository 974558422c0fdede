package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * How compiled code calls a function directly. The WebAssembly function takes how deep compiled calls may still nest,
 * the slot of the function, the frame of the call, the closure, and the parameters that are unboxed; others are in
 * their slots. It gives the result if that is unboxed; else the result is in the function's slot. Besides it gives a
 * {@code CompiledStatus}: RETURNED, or what its caller has to pass on.
 *
 * @param parameters the kinds of the parameters
 * @param result what each return gives; ANY if that is in a slot; null if nothing is known of it yet
 * @param results how many values each return gives
 * @param isPure whether it never asks the kernel: then nobody needs its frame until it leaves
 */
record Signature(List<Kind> parameters, Kind result, Results results, boolean isPure) {
    /** How many values a function returns. */
    enum Results {
        NONE,
        ONE,
        /** Nil is in the slot if it is none. */
        ONE_OR_NONE
    }

    /**
     * Parameters of the WebAssembly function before those of the function: slot, frame, closure. Behind them comes what
     * the call has of the native stack.
     */
    static final int FIRST_PARAMETER = 3;

    /** The type of code that is called otherwise: it takes a frame and gives a status. */
    static final FunctionType OF_FRAMED_CODE = new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));

    private static final int BITS_OF_KIND = 3;
    /** Parameters of a signature that has a number: one bit is before their kinds, six behind. */
    private static final int MOST_NUMBERED = (Integer.SIZE - 7) / BITS_OF_KIND;

    Signature withResult(Kind kind) {
        return new Signature(parameters, kind, results, isPure);
    }

    Signature impure() {
        return new Signature(parameters, result, results, false);
    }

    /** The type of the WebAssembly function. */
    FunctionType type() {
        return new FunctionType(parameterTypes(), isUnboxed() ? List.of(result.type()) : List.of());
    }

    /** The type while the code is a graph: there the status is a result, see {@link StatusInMemory}. */
    FunctionType graphType() {
        List<ValueType> results = isUnboxed() ? List.of(result.type(), ValueType.I32) : List.of(ValueType.I32);
        return new FunctionType(parameterTypes(), results);
    }

    private List<ValueType> parameterTypes() {
        List<ValueType> types = new ArrayList<>();
        for (int i = 0; i < FIRST_PARAMETER; i++) {
            types.add(ValueType.I32);
        }
        for (Kind kind : parameters) {
            if (kind != Kind.ANY) {
                // Cranelift passes all but the first on the stack: an int would be stored narrower than it is loaded,
                // which waits.
                types.add(kind.type() == ValueType.I32 ? ValueType.I64 : kind.type());
            }
        }
        types.add(ValueType.I64);
        return types;
    }

    /**
     * The signature as a number that is in {@code Prototype.SIGNATURE} of functions that are called so: two signatures
     * with one number are the same. 0 if there is none, because it is not settled or has too many parameters.
     */
    int number() {
        if (result == null || parameters.size() > MOST_NUMBERED) {
            return 0;
        }
        int number = 1;
        for (Kind kind : parameters) {
            number = number << BITS_OF_KIND | kind.ordinal();
        }
        int returns = results.ordinal() << 1 | (isPure ? 1 : 0);
        return (number << BITS_OF_KIND | result.ordinal()) << 3 | returns;
    }

    /** Whether there is a result for callers that want one. */
    boolean hasResult() {
        return results != Results.NONE;
    }

    /** Whether the function returns a value at times, and at times none. */
    boolean isMixed() {
        return results == Results.ONE_OR_NONE;
    }

    boolean isUnboxed() {
        return hasResult() && result != null && result != Kind.ANY;
    }
}
