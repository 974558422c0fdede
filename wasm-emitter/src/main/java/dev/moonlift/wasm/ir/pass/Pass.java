package dev.moonlift.wasm.ir.pass;

import dev.moonlift.wasm.ir.Graph;

/** A change of a graph that keeps what it does. */
@FunctionalInterface
public interface Pass {

    /** Returns whether anything has changed. */
    boolean run(Graph graph);
}
