package dev.moonlift.runtime.jit;

import java.util.ArrayList;
import java.util.List;

/**
 * Compiled code that is there before a guest runs: what another guest that ran the same program had in place. It is put
 * in place where it fits: into functions at the same addresses that are the same to the bit. Immutable.
 */
public final class PreparedCode {
    public static final PreparedCode NONE = new PreparedCode(List.of());

    private final List<PreparedModule> modules;

    PreparedCode(List<PreparedModule> modules) {
        this.modules = List.copyOf(modules);
    }

    List<PreparedModule> modules() {
        return modules;
    }

    /** How many modules there are. */
    public int count() {
        return modules.size();
    }

    /** The code as bytes. */
    public byte[] encode() {
        CodeWriter out = new CodeWriter().number(modules.size());
        modules.forEach(module -> module.writeTo(out));
        return out.toByteArray();
    }

    /**
     * The code of these bytes.
     *
     * @throws CodeFormatException if there is none; the message says why
     */
    public static PreparedCode decode(byte[] bytes) throws CodeFormatException {
        CodeReader in = new CodeReader(bytes);
        List<PreparedModule> modules = new ArrayList<>();
        int count = in.count();
        for (int n = 0; n < count; n++) {
            modules.add(PreparedModule.read(in));
        }
        in.end();
        return new PreparedCode(modules);
    }
}
