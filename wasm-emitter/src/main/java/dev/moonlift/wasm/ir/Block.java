package dev.moonlift.wasm.ir;

import java.util.ArrayList;
import java.util.List;

/** A row of instructions that is entered only at its beginning and left only at its end. */
public final class Block {
    private final int id;
    private final List<Value> parameters = new ArrayList<>();
    private final List<Instruction> instructions = new ArrayList<>();
    private final Analyses analyses;
    private Terminator terminator;
    private List<Edge> edges = List.of();

    /** @param analyses are told of changes of its edges */
    Block(int id, Analyses analyses) {
        this.id = id;
        this.analyses = analyses;
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
        if (terminator == this.terminator) {
            return;
        }
        List<Edge> before = edges;
        this.terminator = terminator;
        edges = terminator.edges();
        if (leadElsewhere(before, edges)) {
            analyses.forgetShape();
        } else {
            analyses.forgetEdges();
        }
    }

    private static boolean leadElsewhere(List<Edge> before, List<Edge> now) {
        if (before.size() != now.size()) {
            return true;
        }
        for (int i = 0; i < now.size(); i++) {
            if (before.get(i).target() != now.get(i).target()) {
                return true;
            }
        }
        return false;
    }

    /** The edges that leave it. */
    public List<Edge> edges() {
        return edges;
    }

    @Override
    public String toString() {
        return "b" + id;
    }
}
