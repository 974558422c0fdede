package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Closure;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Upvalue;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.heap.Color;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Edge;
import dev.moonlift.wasm.ir.Terminator;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;
import java.util.function.Supplier;

/**
 * Upvalues, and reads and writes of tables: elements of the array part, and fields whose node is where it was seen, or
 * where the search begins. The kernel does the rest.
 */
final class TableCompiler {
    private final FunctionCode function;
    private final Expectations expectations;
    private final Emission at;
    private final FieldFinder fields;
    private final StringAccess strings;
    private final MetamethodCompiler metamethods;
    private final AllocationCompiler allocation;
    private final KnownNodes nodes = new KnownNodes();

    TableCompiler(Emission at, MetamethodCompiler metamethods) {
        this.function = at.unit().function();
        this.expectations = at.unit().expectations();
        this.at = at;
        this.fields = new FieldFinder(at);
        this.strings = new StringAccess(at);
        this.metamethods = metamethods;
        this.allocation = new AllocationCompiler(at);
    }

    /** Nodes that were found before an instruction which may move nodes are looked for anew behind it. */
    void forgetNodes() {
        nodes.clear();
    }

    // --- upvalues ---

    private Value upvalue(int index) {
        return at.mark(at.loadInt(at.closure(), Closure.UPVALUES + Integer.BYTES * index), Part.OBJECT);
    }

    /** Address of an upvalue's slot. */
    private Value upvalueSlot(int index) {
        return at.mark(at.loadInt(upvalue(index), Upvalue.SLOT_ADDRESS), Part.SLOT);
    }

    void getUpvalue(int to, int index, int pc) {
        Value slot = upvalueSlot(index);
        Kind kind = expected(to, pc);
        if (kind == Kind.ANY) {
            at.registers().forget(to);
            at.copySlot(to, slot, 0);
        } else {
            at.require(at.isOfKind(at.loadByte(slot, Layout.TAG), kind), at.exitTo(pc));
            at.define(to, kind, at.loadPayload(slot, 0, Layout.TAG, kind));
        }
    }

    /** Stores a register in an upvalue; if the collector's barrier may be needed, the kernel does. */
    void setUpvalue(int index, int from, int pc) {
        Block join = at.newJoin(Kind.ANY);
        Block slow = at.generalThen(pc + 1, pc + 1, -1, Kind.ANY, join);
        Value upvalue = upvalue(index);
        requireNoBarrier(upvalue, from, slow);
        Value slot = at.mark(at.loadInt(upvalue, Upvalue.SLOT_ADDRESS), Part.SLOT);
        write(from, slot, 0, slot, Layout.TAG);
        at.join(join);
    }

    /** The kind that an instruction's result is expected to have. */
    private Kind expected(int to, int pc) {
        return function.captured().get(to) ? Kind.ANY : expectations.result(pc);
    }

    // --- reading ---

    void read(int i, int pc) {
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int c = Instruction.c(i);
        Kind kind = expected(a, pc);
        Block join = at.newJoin(kind);
        Detours detours = detours(i, pc, kind, join);
        Block slow = detours.slow;
        switch (i & 0xFF) {
            case Op.GETTABUP -> getField(tableAt(upvalueSlot(b), slow), c, a, kind, pc, detours, join);
            case Op.GETFIELD -> getField(at.table(b, slow), c, a, kind, pc, detours, join);
            case Op.GETI -> getElement(at.table(b, slow), at.constant((long) c), a, kind, pc, detours, join);
            default -> getElement(at.table(b, slow), index(c, slow), a, kind, pc, detours, join);
        }
    }

    /**
     * Where a read goes on if the short way does not apply.
     *
     * @param slow if what is to be read is not where it was expected
     * @param exit where code leaves that reports if a number was of the other kind; null if it does not leave
     */
    private record Detours(Block slow, Block exit) {}

    private Detours detours(int i, int pc, Kind kind, Block join) {
        if (isUnusual(pc)) {
            return new Detours(getByKernel(i, pc, kind, join), null);
        }
        if (!kind.isNumber()) {
            return new Detours(at.exitTo(pc), null);
        }
        Block exit = at.exitReporting(pc);
        return new Detours(at.reportOther(exit), exit);
    }

    /** Where it goes on if the tag of what was found is not that of its kind. */
    private Block mismatch(Detours detours, Supplier<Value> tag) {
        return detours.exit == null ? detours.slow : at.reportOther(detours.exit, tag);
    }

    /** SELF: looks for a method as the kernel does it fast, in a table and the tables that its metatables lead to. */
    boolean self(int i, int pc) {
        int a = Instruction.a(i);
        int object = Instruction.b(i);
        int constant = Instruction.c(i);
        boolean captured = function.captured().get(a)
                || function.captured().get(a + 1)
                || function.captured().get(object);
        if (captured
                || function.constants().tag(constant) != Tag.SHORT_STRING
                || expectations.result(pc) != Kind.CLOSURE) {
            return false;
        }
        Block slow = at.exitTo(pc);
        Value table = at.table(object, slow);
        Value node = search(table, constant, expectations.profile().paths(pc));
        fields.requireTag(node, Tag.CLOSURE, slow);
        at.define(a + 1, Kind.TABLE, table);
        at.define(a, Kind.CLOSURE, at.mark(at.loadInt(Part.FIELD, node, Node.VALUE), Part.OBJECT));
        return true;
    }

    /** The node of a field where it was seen, or as the kernel finds it along metatables. */
    private Value search(Value object, int constant, List<List<Integer>> paths) {
        Value key = key(constant);
        if (paths.isEmpty()) {
            return at.mark(at.call(KernelFunction.METHOD, object, key), Part.FIELD);
        }
        Block found = at.graph().newBlock();
        final Value result = at.mark(at.graph().addParameter(found, ValueType.I32), Part.FIELD);
        Block other = at.escape(at.graph().newBlock());
        Value node = fields.find(object, key, function.hashes()[constant], paths, other);
        at.end(new Terminator.Jump(new Edge(found, List.of(node))));
        at.moveTo(other);
        Value looked = at.call(KernelFunction.METHOD, object, key);
        at.end(new Terminator.Jump(new Edge(found, List.of(looked))));
        at.moveTo(found);
        return result;
    }

    /** Whether an access is not expected to go the short way. */
    boolean isUnusual(int pc) {
        return !expectations.profile().isShort(pc);
    }

    /**
     * A block where the kernel reads, at first as it does where no metatable has a say, and that goes on where the
     * short way ends.
     */
    private Block getByKernel(int i, int pc, Kind kind, Block join) {
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int c = Instruction.c(i);
        int op = i & 0xFF;
        Block here = at.block();
        Registers before = at.registers();
        Block quick = at.escape(at.graph().newBlock());
        at.moveTo(quick, before.copy());
        Value object = op == Op.GETTABUP ? upvalueSlot(b) : slot(b);
        Value key = op == Op.GETI ? at.constant(c) : op == Op.GETTABLE ? slot(c) : constantSlot(c);
        if (op == Op.GETTABLE && !at.isShort() && at.registers().kind(c) == Kind.ANY) {
            getByString(b, c, a, kind, join);
        } else if (op == Op.GETFIELD && !at.isShort() && kind == Kind.ANY) {
            getAnywhere(b, c, a, join);
        }
        KernelFunction get = op == Op.GETI ? KernelFunction.GET_INDEXED : KernelFunction.GET;
        Block slow =
                op == Op.GETI ? at.generalThen(pc + 1, pc + 1, a, kind, join) : metamethods.read(i, pc, kind, join);
        if (op == Op.GETTABLE || op == Op.GETFIELD) {
            metamethods.requireKeys(b, pc, slow);
        }
        at.requireDone(at.call(get, object, key, slotOf(a)), slow);
        at.registers().forget(a);
        if (kind == Kind.ANY) {
            at.jumpTo(join);
        } else {
            at.expectResult(a, kind, pc + 1);
            at.jumpTo(join, at.registers().value(a));
        }
        at.moveTo(here, before);
        return quick;
    }

    /** Reads with a key that is a short string, whatever it is; goes on where it is none, or is not there. */
    private void getByString(int object, int key, int to, Kind kind, Block join) {
        Block other = at.escape(at.graph().newBlock());
        Registers before = at.registers().copy();
        Value node = findByString(object, key, other);
        take(node, Node.VALUE, fields.requireValue(node, other), to, kind, new Detours(other, null), join);
        at.moveTo(other, before);
    }

    /**
     * Reads a field wherever it is in the table itself. One that is not there is nil, where no metatable has a say;
     * goes on where one has, or there is a key of another kind.
     */
    private void getAnywhere(int object, int constant, int to, Block join) {
        if (function.constants().tag(constant) != Tag.SHORT_STRING) {
            return;
        }
        Block other = at.escape(at.graph().newBlock());
        Block absent = at.graph().newBlock();
        Registers before = at.registers().copy();
        Value table = at.table(object, other);
        Value node = fields.findAnywhere(table, key(constant), function.hashes()[constant], absent);
        take(node, Node.VALUE, fields.requireValue(node, other), to, Kind.ANY, new Detours(other, null), join);
        at.moveTo(absent, before.copy());
        giveNil(table, to, other, join);
        at.moveTo(other, before);
    }

    /** The result is nil where no metatable has a say. */
    private void giveNil(Value table, int to, Block otherwise, Block join) {
        at.require(at.add(WasmOp.I32_EQZ, at.loadInt(table, Table.METATABLE)), otherwise);
        at.registers().forget(to);
        at.addAt(WasmOp.I32_STORE8, Emission.offset(to) + Layout.TAG, at.base(), at.constant(Tag.NIL));
        at.jumpTo(join);
    }

    private Value findByString(int object, int key, Block other) {
        Value table = at.table(object, other);
        return fields.findAnywhere(table, strings.shortIn(key, other), other);
    }

    /** Overwrites a value whose key is a short string; goes on where that is not so. */
    private void setByString(int object, int key, int from, Block join) {
        Block other = at.escape(at.graph().newBlock());
        Registers before = at.registers().copy();
        Value node = findByString(object, key, other);
        fields.requireValue(node, other);
        requireNoBarrier(at.table(object, other), from, other);
        write(from, node, Node.VALUE, node, Node.VALUE_TAG);
        at.jumpTo(join);
        at.moveTo(other, before);
    }

    private Block setByKernel(int i, int pc, Block join) {
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int c = Instruction.c(i);
        int op = i & 0xFF;
        Block here = at.block();
        Registers before = at.registers();
        Block quick = at.escape(at.graph().newBlock());
        at.moveTo(quick, before.copy());
        Value object = op == Op.SETTABUP || op == Op.SETTABUPK ? upvalueSlot(a) : slot(a);
        boolean isIndexed = op == Op.SETI || op == Op.SETIK;
        boolean isRegister = op == Op.SETTABLE || op == Op.SETTABLEK;
        Value key = isIndexed ? at.constant(b) : isRegister ? slot(b) : constantSlot(b);
        if (isRegister && !at.isShort() && at.registers().kind(b) == Kind.ANY) {
            setByString(a, b, stored(i), join);
        }
        Value from = storesConstant(i) ? constantSlot(c) : slot(c);
        Block slow = isIndexed ? at.generalThen(pc + 1, pc + 1, -1, Kind.ANY, join) : metamethods.write(i, pc, join);
        if (isRegister || op == Op.SETFIELD || op == Op.SETFIELDK) {
            metamethods.requireKeys(a, pc, slow);
        }
        KernelFunction set = isIndexed ? KernelFunction.SET_INDEXED : KernelFunction.SET;
        at.requireDone(at.call(set, object, key, from), slow);
        at.jumpTo(join);
        at.moveTo(here, before);
        return quick;
    }

    /** Address of a register's slot, which is up to date. */
    private Value slot(int register) {
        at.flush(register);
        return slotOf(register);
    }

    private Value slotOf(int register) {
        return at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(register)));
    }

    private Value constantSlot(int index) {
        return at.add(WasmOp.I32_ADD, at.constants(), at.constant(Emission.offset(index)));
    }

    private Value tableAt(Value slot, Block slow) {
        at.require(at.isOfKind(at.loadByte(slot, Layout.TAG), Kind.TABLE), slow);
        return at.mark(at.loadInt(slot, 0), Part.OBJECT);
    }

    private Value index(int register, Block slow) {
        if (at.registers().kind(register) == Kind.INTEGER) {
            return at.registers().value(register);
        }
        at.flush(register);
        at.require(at.isOfKind(at.loadTag(register), Kind.INTEGER), slow);
        return at.loadPayload(register, Kind.INTEGER);
    }

    /**
     * Takes what was found, which is not nil, out of its place; of another kind than expected, it is not found here.
     */
    private void take(Value payload, int payloadOffset, Value tag, int to, Kind kind, Detours detours, Block join) {
        if (kind == Kind.ANY) {
            Value bits = at.addAt(WasmOp.I64_LOAD, payloadOffset, payload);
            at.registers().forget(to);
            at.addAt(WasmOp.I64_STORE, Emission.offset(to), at.base(), bits);
            at.addAt(WasmOp.I32_STORE8, Emission.offset(to) + Layout.TAG, at.base(), tag);
            at.join(join);
        } else {
            at.require(at.isOfKind(tag, kind), mismatch(detours, () -> tag));
            Value value = kind == Kind.BOOLEAN
                    ? at.add(WasmOp.I32_SUB, tag, at.constant(Tag.FALSE))
                    : at.loadPayload(payload, payloadOffset, 0, kind);
            at.join(join, to, kind, value);
        }
    }

    // --- constructors ---

    /** NEWTABLE: the kernel makes the table without looking at the frame; where a collection is due, as always. */
    boolean create(int i, int pc) {
        int a = Instruction.a(i);
        if (function.captured().get(a)) {
            return false;
        }
        if (at.isPure() && expectations.callsDirectly()) {
            // The collector would have all callers leave their code.
            throw new ImpureException();
        }
        Block join = at.newJoin(Kind.TABLE);
        Block slow = at.isPure() ? at.leavingTo(pc) : at.generalThen(pc + 1, pc + 2, a, Kind.TABLE, join);
        Value table = allocation.newTable(Instruction.ax(function.code()[pc + 1]), Instruction.b(i), slow);
        at.join(join, a, Kind.TABLE, table);
        int filter = at.unit().constructors().filter(pc);
        if (filter != 0) {
            Value created = at.mark(at.registers().value(a), Part.OBJECT);
            at.addAt(Part.FILTER, WasmOp.I32_STORE, Table.FILTER, created, at.constant(filter));
        }
        return true;
    }

    /** A field of a table that is being made: its node is known, and unused. */
    private void insert(Constructors.Insertion insertion, Value table, int constant, int from, int pc) {
        if (from >= 0 && at.registers().kind(from) == Kind.ANY) {
            at.require(at.add(WasmOp.I32_GT_S, at.loadTag(from), at.constant(Tag.NIL)), at.exitTo(pc));
        }
        at.mark(table, Part.OBJECT);
        requireNotBlack(table, at.leavingTo(pc));
        Value nodes = at.mark(at.loadInt(table, Table.NODES), Part.FIELD);
        int node = insertion.node() * Node.BYTES;
        Value key = key(constant);
        at.addAt(Part.KEY, WasmOp.I64_STORE, node + Node.KEY, nodes, at.add(WasmOp.I64_EXTEND_I32_U, key));
        at.addAt(Part.FIELD, WasmOp.I32_STORE8, node + Node.KEY_TAG, nodes, at.constant(Tag.SHORT_STRING));
        write(from, nodes, node + Node.VALUE, nodes, node + Node.VALUE_TAG);
        if (!insertion.isInMainPosition()) {
            Value address = at.add(WasmOp.I32_ADD, nodes, at.constant(node));
            Value next = insertion.next() < 0
                    ? at.constant(0)
                    : at.add(WasmOp.I32_ADD, nodes, at.constant(insertion.next() * Node.BYTES));
            at.addAt(Part.KEY, WasmOp.I32_STORE, node + Node.NEXT, nodes, next);
            at.addAt(Part.KEY, WasmOp.I32_STORE, insertion.previous() * Node.BYTES + Node.NEXT, nodes, address);
            Value header = at.add(WasmOp.I32_ADD, nodes, at.constant(Node.FREE_POINTER));
            at.addAt(Part.KEY, WasmOp.I32_STORE, 0, header, address);
        }
    }

    /** SETLIST of a table that is being made and has room for it. */
    boolean setList(int i, int pc) {
        int a = Instruction.a(i);
        int count = at.unit().expectations().isKnownList(pc)
                ? at.unit().constructors().listed(pc)
                : 0;
        if (count == 0 || at.registers().kind(a) != Kind.TABLE) {
            return false;
        }
        Value table = at.mark(at.registers().value(a), Part.OBJECT);
        requireNotBlack(table, at.leavingTo(pc));
        Value tags = at.mark(at.loadInt(table, Table.ARRAY), Part.ELEMENT_TAG);
        Value payloads = at.mark(at.add(WasmOp.I32_SUB, tags, at.constant(Long.BYTES * count)), Part.ELEMENT);
        for (int n = 1; n <= count; n++) {
            write(a + n, payloads, Long.BYTES * (count - n), tags, n - 1);
        }
        return true;
    }

    // --- writing ---

    void write(int i, int pc) {
        int a = Instruction.a(i);
        int b = Instruction.b(i);
        int from = stored(i);
        Constructors.Insertion insertion = at.unit().constructors().insertion(pc);
        if (insertion != null && at.registers().kind(a) == Kind.TABLE) {
            insert(insertion, at.registers().value(a), b, from, pc);
            return;
        }
        Block join = at.newJoin(Kind.ANY);
        Block slow = isUnusual(pc) ? setByKernel(i, pc, join) : at.exitTo(pc);
        switch (i & 0xFF) {
            case Op.SETTABUP, Op.SETTABUPK -> setField(tableAt(upvalueSlot(a), slow), b, from, pc, slow);
            case Op.SETFIELD, Op.SETFIELDK -> setField(at.table(a, slow), b, from, pc, slow);
            case Op.SETI, Op.SETIK -> setElement(at.table(a, slow), at.constant((long) b), from, slow);
            default -> setElement(at.table(a, slow), index(b, slow), from, slow);
        }
        at.join(join);
    }

    /** Whether C of an instruction that stores in a table names a constant. */
    static boolean storesConstant(int i) {
        return switch (i & 0xFF) {
            case Op.SETTABUPK, Op.SETTABLEK, Op.SETFIELDK, Op.SETIK -> true;
            default -> false;
        };
    }

    /** What an instruction stores: a register, or a constant, which is below 0. */
    private static int stored(int i) {
        int c = Instruction.c(i);
        return storesConstant(i) ? ~c : c;
    }

    private void write(int from, Value payload, int payloadOffset, Value tag, int tagOffset) {
        if (from < 0) {
            int constantTag = function.constants().tag(~from);
            if (constantTag > Tag.TRUE) {
                Value bits = at.addAt(WasmOp.I64_LOAD, Emission.offset(~from), at.constants());
                at.addAt(WasmOp.I64_STORE, payloadOffset, payload, bits);
            }
            at.addAt(WasmOp.I32_STORE8, tagOffset, tag, at.constant(constantTag));
            return;
        }
        Kind kind = at.registers().kind(from);
        if (kind == Kind.ANY) {
            at.addAt(WasmOp.I64_STORE, payloadOffset, payload, at.loadPayload(from, Kind.INTEGER));
            at.addAt(WasmOp.I32_STORE8, tagOffset, tag, at.loadTag(from));
        } else {
            at.store(
                    payload, payloadOffset, tag, tagOffset, kind, at.registers().value(from));
        }
    }

    /** A store of a reference into a black object may need the collector's barrier, which is the kernel's. */
    private void requireNoBarrier(Value object, int from, Block slow) {
        boolean mayRefer = from < 0
                ? function.constants().tag(~from) >= Tag.FIRST_COLLECTABLE
                : at.registers().kind(from) == Kind.ANY
                        || at.registers().kind(from).isReference();
        if (mayRefer) {
            requireNotBlack(object, slow);
        }
    }

    private void requireNotBlack(Value object, Block slow) {
        Value black = at.add(WasmOp.I32_AND, at.loadByte(object, Header.MARK), at.constant(Color.BLACK));
        at.require(at.add(WasmOp.I32_EQZ, black), slow);
    }

    // --- elements ---

    /** Address of an element's tag less its index: where the array's middle is, one lower. */
    private Value array(Value table, Value key, Block slow) {
        Value offset = at.add(WasmOp.I64_SUB, key, at.constant(1L));
        Value capacity = at.add(WasmOp.I64_EXTEND_I32_U, at.loadInt(table, Table.CAPACITY));
        at.require(at.add(WasmOp.I64_LT_U, offset, capacity), slow);
        return at.loadInt(table, Table.ARRAY);
    }

    private Value tagAddress(Value array, Value index) {
        Value address = at.add(WasmOp.I32_SUB, at.add(WasmOp.I32_ADD, array, index), at.constant(1));
        return at.mark(address, Part.ELEMENT_TAG);
    }

    private Value payloadAddress(Value array, Value index) {
        return at.mark(at.add(WasmOp.I32_SUB, array, at.add(WasmOp.I32_SHL, index, at.constant(3))), Part.ELEMENT);
    }

    private void getElement(Value table, Value key, int to, Kind kind, int pc, Detours detours, Block join) {
        Block slow = detours.slow;
        boolean mayBeNil = kind == Kind.ANY && !expectations.profile().isMixed(pc);
        Value array = array(table, key, mayBeNil ? beyond(table, to, slow, join) : slow);
        Value index = at.add(WasmOp.I32_WRAP_I64, key);
        Value tag = at.loadByte(tagAddress(array, index), 0);
        if (mayBeNil) {
            requireElement(table, tag, slow);
        } else if (kind == Kind.ANY) {
            at.require(at.add(WasmOp.I32_GT_S, tag, at.constant(Tag.NIL)), slow);
        }
        take(payloadAddress(array, index), 0, tag, to, kind, detours, join);
    }

    /** A block for what is not in the array part: nil where there is no hash part, and no metatable has a say. */
    private Block beyond(Value table, int to, Block slow, Block join) {
        Block here = at.block();
        Registers before = at.registers();
        Block beyond = at.graph().newBlock();
        at.moveTo(beyond, before.copy());
        Value nodes = at.loadInt(table, Table.NODES);
        at.require(at.add(WasmOp.I32_EQ, nodes, at.constant(State.EMPTY_NODE)), slow);
        giveNil(table, to, slow, join);
        at.moveTo(here, before);
        return beyond;
    }

    /** Goes on if a tag is of a value, or of nil where no metatable has a say. */
    private void requireElement(Value table, Value tag, Block slow) {
        Block nil = at.graph().newBlock();
        Block next = at.graph().newBlock();
        at.end(new Terminator.Branch(at.add(WasmOp.I32_GT_S, tag, at.constant(Tag.NIL)), Edge.to(next), Edge.to(nil)));
        at.moveTo(nil);
        Value isNil = at.add(WasmOp.I32_EQ, tag, at.constant(Tag.NIL));
        Value isPlain = at.add(WasmOp.I32_EQZ, at.loadInt(table, Table.METATABLE));
        at.require(at.add(WasmOp.I32_AND, isNil, isPlain), slow);
        at.end(new Terminator.Jump(Edge.to(next)));
        at.moveTo(next);
    }

    /**
     * An element that is absent may be stored where no metatable can object. There it is not even looked at: where
     * tables are large, a store need not wait for memory, and a load would have to.
     */
    private void setElement(Value table, Value key, int from, Block slow) {
        Value array = array(table, key, slow);
        Value index = at.add(WasmOp.I32_WRAP_I64, key);
        Value tagAddress = tagAddress(array, index);
        Block checked = at.graph().newBlock();
        Block ready = at.graph().newBlock();
        at.end(new Terminator.Branch(at.loadInt(table, Table.METATABLE), Edge.to(checked), Edge.to(ready)));
        at.moveTo(checked);
        at.require(at.add(WasmOp.I32_GT_S, at.loadByte(tagAddress, 0), at.constant(Tag.NIL)), slow);
        at.end(new Terminator.Jump(Edge.to(ready)));
        at.moveTo(ready);
        requireNoBarrier(table, from, slow);
        write(from, payloadAddress(array, index), 0, tagAddress, 0);
    }

    // --- fields ---

    private Value key(int constant) {
        return at.loadInt(at.constants(), Emission.offset(constant));
    }

    /**
     * The node of a field in a table, or if that was seen, where metatables lead to. It may be known from an
     * instruction before.
     */
    private Value node(Value table, int constant, int pc, Block slow) {
        Value known = nodes.get(table, constant);
        if (known != null) {
            return known;
        }
        int hash = function.hashes()[constant];
        List<List<Integer>> paths = expectations.profile().paths(pc);
        if (paths.stream().anyMatch(path -> path.size() > 1)) {
            return search(table, constant, paths);
        }
        Value node = paths.isEmpty()
                ? fields.findFirst(table, key(constant), hash, slow)
                : fields.find(table, key(constant), hash, paths, slow);
        if (!isUnusual(pc)) {
            nodes.add(table, constant, node);
        }
        return node;
    }

    private void getField(Value table, int constant, int to, Kind kind, int pc, Detours detours, Block join) {
        Value node = node(table, constant, pc, detours.slow);
        if (kind == Kind.ANY || kind == Kind.BOOLEAN) {
            take(node, Node.VALUE, fields.requireValue(node, detours.slow), to, kind, detours, join);
        } else {
            fields.requireTag(node, kind.tag(), mismatch(detours, () -> at.loadByte(node, Node.VALUE_TAG)));
            at.join(join, to, kind, at.loadPayload(node, Node.VALUE, Node.VALUE_TAG, kind));
        }
    }

    private void setField(Value table, int constant, int from, int pc, Block slow) {
        Value node = node(table, constant, pc, slow);
        fields.requireValue(node, slow);
        requireNoBarrier(table, from, slow);
        write(from, node, Node.VALUE, node, Node.VALUE_TAG);
    }
}
