package dev.moonlift.wasm.module;

import java.util.ArrayList;
import java.util.List;

/** Reads the bodies of functions. */
final class CodeReader {
    /**
     * The most locals in all bodies together. A body says in five bytes that it has four thousand million of them, so
     * something must bound what a small module makes the reader allocate.
     */
    static final int MAX_LOCALS = 1_000_000;

    private final ByteReader in;
    private final int sectionStart;
    private final OriginMap origins;
    private int locals;

    /** Reads the contents of the code section. */
    CodeReader(ByteReader in, OriginMap origins) {
        this.in = in;
        this.sectionStart = in.position();
        this.origins = origins;
    }

    List<Body> read() {
        int count = in.count();
        List<Body> bodies = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bodies.add(readBody(in.slice(in.count())));
        }
        in.expectEnd();
        return bodies;
    }

    private Body readBody(ByteReader body) {
        List<ValueType> types = readLocals(body);
        List<Insn> code = new ArrayList<>();
        InsnReader insns = new InsnReader(body);
        int depth = 1;
        while (depth > 0) {
            Insn insn = insns.read(origins.originAt(body.position() - sectionStart));
            code.add(insn);
            depth += depthChange(insn.op());
        }
        body.expectEnd();
        return new Body(types, code);
    }

    private static int depthChange(WasmOp op) {
        return switch (op) {
            case BLOCK, LOOP, IF -> 1;
            case END -> -1;
            default -> 0;
        };
    }

    private List<ValueType> readLocals(ByteReader body) {
        List<ValueType> types = new ArrayList<>();
        for (int runs = body.count(); runs > 0; runs--) {
            long count = body.u32();
            if (count > MAX_LOCALS - locals) {
                throw body.malformed("more than " + MAX_LOCALS + " locals");
            }
            locals += (int) count;
            ValueType type = ModuleReader.readType(body);
            for (int i = 0; i < count; i++) {
                types.add(type);
            }
        }
        return types;
    }
}
