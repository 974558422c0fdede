package dev.moonlift.runtime.jit;

import dev.moonlift.wasm.ir.AliasClass;

/**
 * The parts of a guest's memory that compiled code tells apart. While the kernel is not asked and no other function is
 * called, only compiled code itself writes to them.
 */
final class Part {
    /**
     * Registers, and whatever else is in slots that upvalues may share with them. Not stable: what is loaded there is
     * an address only where the tag has been checked.
     */
    static final AliasClass SLOT = new AliasClass("slot", false);

    static final AliasClass FRAME = new AliasClass("frame", true);
    static final AliasClass STATE = new AliasClass("state", true);
    static final AliasClass CONSTANT = new AliasClass("constant", true);
    /** Tables, closures, upvalues, prototypes, coroutines, strings, without what is in slots, elements and nodes. */
    static final AliasClass OBJECT = new AliasClass("object", true);
    /** Filters of tables. */
    static final AliasClass FILTER = new AliasClass("filter", false);
    /** Headers of the heap's blocks, free cells, and where the strings of bytes are. */
    static final AliasClass BLOCK = new AliasClass("block", false);
    /**
     * Keys of nodes but for their tags, and how they are chained. Nodes are where the check of the table's size says
     * that they are.
     */
    static final AliasClass KEY = new AliasClass("key", false);
    /** Values of nodes, and with the tags of values, which are looked at together, those of keys. */
    static final AliasClass FIELD = new AliasClass("field", false);
    /** Payloads in arrays of tables. */
    static final AliasClass ELEMENT = new AliasClass("element", false);
    /** Tags in arrays of tables. */
    static final AliasClass ELEMENT_TAG = new AliasClass("tag", false);

    private Part() {}
}
