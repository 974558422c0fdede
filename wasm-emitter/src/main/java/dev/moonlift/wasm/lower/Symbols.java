package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.GlobalVariable;
import dev.moonlift.wasm.module.FunctionType;

/** The indices by which the code of a module names what a graph names otherwise. */
public interface Symbols {
    /** Index of a function, imports included. */
    int indexOf(Callee callee);

    int indexOf(GlobalVariable global);

    /** Index of a type, for an indirect call. */
    int indexOf(FunctionType type);
}
