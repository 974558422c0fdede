package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.module.FunctionType;
import dev.moonlift.wasm.module.ValueType;
import java.util.Collections;
import java.util.List;

/**
 * What compiled code imports from the kernel: methods of {@code CompiledCode} and {@code LeafRequests} in
 * {@code kernel.interp}, by their names.
 */
enum KernelFunction {
    GENERAL("general", 3),
    CALL("call", 3),
    YIELD("yieldBy", 3),
    RESUME("resumeBy", 3),
    RESUME_WRAPPED("resumeWrapped", 3),
    RESUME_NEXT("resumeNext", 3),
    METHOD("method", 2),
    GET("get", 3),
    GET_INDEXED("getIndexed", 3),
    SET("set", 3),
    SET_INDEXED("setIndexed", 3),
    LENGTH("length", 1),
    NEXT("next", 2),
    NEW_TABLE("newTable", 2),
    CLOSURE("closure", 3),
    SET_METATABLE("setMetatable", 2),
    BUILTIN("builtin", 3),
    CONCAT("concat", 2),
    STRING_METHOD("stringMethod", 3),
    COMPARE("compare", 2),
    FILL("fill", 3),
    VARARG("vararg", 3),
    CLOSE("close", 1),
    LEAVE("leave", 2),
    AFTER_PROTECTED("afterProtected", 4),
    TAIL("tail", 3);

    private final Callee callee;

    KernelFunction(String method, int parameters) {
        callee = new Callee(
                method, new FunctionType(Collections.nCopies(parameters, ValueType.I32), List.of(ValueType.I32)));
    }

    Callee callee() {
        return callee;
    }
}
