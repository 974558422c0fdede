package dev.moonlift.wasm.lower;

import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.Insn;
import java.util.ArrayList;
import java.util.List;

/** A block on its way to code: what it does is instructions already, where it goes on is not. */
final class Node {
    /** How a node ends. */
    enum Ending {
        /** At its only exit. */
        JUMP,
        /** At its first exit if what is on the stack is not 0, else at its second. */
        BRANCH,
        /** At the exit that {@link #table} gives for what is on the stack. */
        SWITCH,
        /** With the results on the stack. */
        RETURN,
        /** Never. */
        TRAP
    }

    /** Null for a dispatcher. */
    final Block block;
    /** The block that stands for it in the graph that lends a flow its analyses. */
    Block place;

    final Ending ending;
    /** Different from each other in target or arguments. */
    final List<Exit> exits = new ArrayList<>();
    /** Of a switch: the number of the exit for each index, the last for all beyond; else null. */
    final int[] table;
    /** The exits of others that lead here, in an order that depends on nothing but the graph. */
    final List<Exit> entrances = new ArrayList<>();
    /** Place in the reverse postorder of its flow. */
    int index;
    // Of Components: the region and component to which it belongs, and the state of the search.
    int region;
    int component;
    int visit;
    int lowest;
    /** What it does. Locals are named by the numbers of their values. */
    List<Insn> code = List.of();

    Node(Block block, Ending ending, int[] table) {
        this.block = block;
        this.place = block;
        this.ending = ending;
        this.table = table;
    }

    /** What has to be on the stack where it ends. */
    List<Value> endingOperands() {
        return ending == Ending.JUMP ? List.of() : block.terminator().operands();
    }

    @Override
    public String toString() {
        return block == null ? "dispatcher" : block.toString();
    }
}
