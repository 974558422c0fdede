package dev.moonlift.wasm.module;

import java.util.List;

/**
 * The body of a function.
 *
 * @param locals types of the locals behind the parameters
 * @param code the instructions; the {@code end} of the body is the last
 */
public record Body(List<ValueType> locals, List<Insn> code) {
    public Body {
        locals = List.copyOf(locals);
        code = List.copyOf(code);
    }
}
