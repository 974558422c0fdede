package dev.moonlift.wasm.ir;

import java.util.ArrayList;
import java.util.List;

/** A row of instructions that is entered only at its beginning and left only at its end. */
public final class Block {
    private final int id;
    private final List<Value> parameters = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private Terminator terminator;

    Block(int id) {
        this.id = id;
    }

    /** Its number in its graph, from 0; unique, but not dense once blocks have been removed. */
    public int id() {
        return id;
    }

    /** Values that every edge to it passes on. Passes may change the list. */
    public List<Value> parameters() {
        return parameters;
    }

    /** Passes may change the list. */
    public List<Instruction> instructions() {
        return instructions;
    }

    /** Null only while the graph is being built. */
    public Terminator terminator() {
        return terminator;
    }

    public void setTerminator(Terminator terminator) {
        this.terminator = terminator;
    }

    /** The edges that leave it. */
    public List<Edge> edges() {
        return terminator.edges();
    }

    @Override
    public String toString() {
        return "b" + id;
    }
}
