package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.Callee;

/**
 * A function that compiled code can call directly.
 *
 * @param prototype address of its prototype
 * @param number its number in the table of code, which is in {@code Prototype.DIRECT} as long as it is to be called
 * @param signature how it is called
 * @param local the function, if it is in the module that is being made; null if it is to be called through the table
 */
record CallTarget(int prototype, int number, Signature signature, Callee local) {}
