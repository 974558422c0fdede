package dev.moonlift.frontend.bytecode;

import java.util.List;

/**
 * A compiled function: what every frontend produces and every executor consumes. Immutable by convention; the code and
 * line arrays are shared, not copied.
 *
 * @param source chunk name as given to {@code load}: {@code @file}, {@code =name} or the text itself
 * @param lineDefined line of the {@code function} keyword, 0 for a main chunk
 * @param lastLineDefined line of its {@code end}, 0 for a main chunk
 * @param parameterCount fixed parameters
 * @param vararg whether it takes extra arguments
 * @param frameSize registers that it uses, 2 to 255
 * @param code instructions, see {@link Instruction}
 * @param lines source line of each instruction
 * @param constants each null (nil), Boolean, Long, Double or {@link ByteString}
 * @param children prototypes of the functions defined directly within
 * @param upvalues upvalues by index
 * @param locals local variables in the order in which they come into scope
 */
public record Prototype(
        ByteString source,
        int lineDefined,
        int lastLineDefined,
        int parameterCount,
        boolean vararg,
        int frameSize,
        int[] code,
        int[] lines,
        List<Object> constants,
        List<Prototype> children,
        List<Upvalue> upvalues,
        List<LocalVariable> locals) {

    /**
     * Where a closure finds an upvalue when it is made.
     *
     * @param name null when stripped
     * @param inStack true: register {@code index} of the enclosing function; false: its upvalue {@code index}
     */
    public record Upvalue(ByteString name, boolean inStack, int index) {}

    /**
     * A local variable, for messages and the debug library.
     *
     * @param startPc first instruction where it is active
     * @param endPc first instruction where it is no longer
     */
    public record LocalVariable(ByteString name, int startPc, int endPc) {}
}
