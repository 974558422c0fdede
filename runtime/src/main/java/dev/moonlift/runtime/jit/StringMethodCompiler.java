package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.wasm.ir.Block;
import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.WasmOp;
import java.util.List;

/**
 * SELF of strings: the method is where it was seen, in the table that {@code __index} of the metatable of strings is,
 * or the kernel finds it.
 */
final class StringMethodCompiler {
    private final Emission at;
    private final FieldFinder finder;
    private final StringAccess strings;

    StringMethodCompiler(Emission at) {
        this.at = at;
        this.finder = new FieldFinder(at);
        this.strings = new StringAccess(at);
    }

    /** Puts method and object into registers; what is no string, or has no such method, is done in general. */
    void find(int i, int pc) {
        Block join = at.newJoin(Kind.ANY);
        final Block slow = at.generalThen(pc + 1, pc + 1, -1, Kind.ANY, join);
        Value key = at.loadInt(at.constants(), Emission.offset(Instruction.c(i)));
        for (List<Integer> path : at.unit().expectations().profile().paths(pc)) {
            if (path.size() == 2) {
                Block other = at.escape(at.graph().newBlock());
                takeAlong(path, key, i, other);
                at.jumpTo(join);
                at.moveTo(other);
            }
        }
        Value done = at.call(KernelFunction.STRING_METHOD, slot(Instruction.b(i)), key, slot(Instruction.a(i)));
        at.requireDone(done, slow);
        at.join(join);
    }

    private Value slot(int register) {
        return at.add(WasmOp.I32_ADD, at.base(), at.constant(Emission.offset(register)));
    }

    private void takeAlong(List<Integer> path, Value key, int i, Block other) {
        int object = Instruction.b(i);
        strings.require(object, other);
        Value state = at.constant(0);
        Value tag = at.loadByte(state, State.STRING_METATABLE + Layout.TAG);
        at.require(at.isOfKind(tag, Kind.TABLE), other);
        Value metatable = at.mark(at.loadInt(state, State.STRING_METATABLE), Part.OBJECT);
        Value index = finder.event(metatable, path.get(0), Name.INDEX, other);
        finder.requireTag(index, Tag.TABLE, other);
        Value methods = at.mark(at.loadInt(Part.FIELD, index, Node.VALUE), Part.OBJECT);
        Value node = finder.findAt(path.get(1), methods, key, other);
        Value methodTag = finder.requireValue(node, other);
        Value method = at.addAt(Part.FIELD, WasmOp.I64_LOAD, Node.VALUE, node);
        int to = Instruction.a(i);
        at.copySlot(to + 1, at.base(), Emission.offset(object));
        at.addAt(WasmOp.I64_STORE, Emission.offset(to), at.base(), method);
        at.addAt(WasmOp.I32_STORE8, Emission.offset(to) + Layout.TAG, at.base(), methodTag);
    }
}
