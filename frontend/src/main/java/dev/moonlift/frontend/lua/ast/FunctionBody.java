package dev.moonlift.frontend.lua.ast;

import dev.moonlift.frontend.bytecode.Prototype;
import java.util.List;

/**
 * A function.
 *
 * @param parameters named parameters, {@code self} among them
 * @param upvalues variables of enclosing functions that it or a function within it uses
 * @param endPosition its last token
 */
public record FunctionBody(
        List<Variable> parameters,
        boolean vararg,
        Block block,
        List<Prototype.Upvalue> upvalues,
        int lineDefined,
        int lastLineDefined,
        int endPosition) {}
