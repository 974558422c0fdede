package dev.moonlift.wasm.restricted;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/**
 * The length in bytes of each method's code, keyed by name and descriptor. ASM's tree does not keep it, so this walks
 * the members of the class file:
 *
 * <pre>
 *   access, this, super: u2 each | n, interface: u2[n] | n, field[n] | n, method[n] | …
 *   field, method = access, name, descriptor: u2 each | n, attribute[n]
 *   attribute     = name: u2 | length: u4 | Code = max stack, max locals: u2 each | code length: u4 …
 * </pre>
 */
final class CodeLengths {
    private final ClassReader reader;
    private final Map<String, Integer> lengths = new HashMap<>();
    private final char[] buffer;
    private int offset;

    private CodeLengths(ClassReader reader) {
        this.reader = reader;
        this.buffer = new char[reader.getMaxStringLength()];
        this.offset = reader.header;
    }

    static Map<String, Integer> of(ClassReader reader) {
        CodeLengths walk = new CodeLengths(reader);
        walk.offset += 6;
        int interfaces = walk.u2();
        walk.offset += 2 * interfaces;
        walk.members();
        walk.members();
        return walk.lengths;
    }

    private void members() {
        for (int members = u2(); members > 0; members--) {
            offset += 2;
            String key = utf8() + utf8();
            for (int attributes = u2(); attributes > 0; attributes--) {
                String name = utf8();
                int length = u4();
                if (name.equals("Code")) {
                    lengths.put(key, reader.readInt(offset + 4));
                }
                offset += length;
            }
        }
    }

    private int u2() {
        int value = reader.readUnsignedShort(offset);
        offset += 2;
        return value;
    }

    private int u4() {
        int value = reader.readInt(offset);
        offset += 4;
        return value;
    }

    private String utf8() {
        String value = reader.readUTF8(offset, buffer);
        offset += 2;
        return value;
    }
}
