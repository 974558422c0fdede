package dev.moonlift.wasm.module;

import java.util.Arrays;

/**
 * Which origin each instruction of a module has: for traps and profiles, which name an offset in the module.
 *
 * <p>The custom section {@code moonlift.origin}, which {@link ModuleWriter} makes if any instruction has an origin:
 *
 * <pre>
 *   section = n: u32 | { distance: u32 | change of origin: signed }[n]
 * </pre>
 *
 * An entry holds from its offset up to the next one's. Offsets count from the start of the contents of the code section
 * (behind its id and length), as those of DWARF in WebAssembly do; the first distance counts from 0, the first change
 * from {@link Insn#NO_ORIGIN}. What the numbers stand for is the producer's matter: a custom section of its own may
 * say.
 */
public final class OriginMap {
    static final String SECTION = "moonlift.origin";

    private static final OriginMap EMPTY = new OriginMap(0, new int[0], new int[0]);

    private final int codeStart;
    private final int[] offsets;
    private final int[] origins;

    private OriginMap(int codeStart, int[] offsets, int[] origins) {
        this.codeStart = codeStart;
        this.offsets = offsets;
        this.origins = origins;
    }

    /**
     * The map in a module; an empty one if there is none.
     *
     * @throws MalformedModuleException if the map or the division into sections is not well-formed
     */
    public static OriginMap of(byte[] module) {
        return of(SectionTable.of(module));
    }

    static OriginMap of(SectionTable sections) {
        ByteReader in = sections.custom(SECTION);
        ByteReader code = sections.contents(SectionId.CODE);
        if (in == null || code == null) {
            return EMPTY;
        }
        return read(in, code.position());
    }

    private static OriginMap read(ByteReader in, int codeStart) {
        int count = in.count();
        int[] offsets = new int[count];
        int[] origins = new int[count];
        long offset = 0;
        long origin = Insn.NO_ORIGIN;
        for (int i = 0; i < count; i++) {
            offset += in.u32();
            origin += in.signed(33);
            if (offset > Integer.MAX_VALUE || origin != (int) origin) {
                throw in.malformed("origin " + origin + " of offset " + offset);
            }
            offsets[i] = (int) offset;
            origins[i] = (int) origin;
        }
        in.expectEnd();
        return new OriginMap(codeStart, offsets, origins);
    }

    /** The origin of the instruction at this offset in the code section's contents, or {@link Insn#NO_ORIGIN}. */
    public int originAt(int codeOffset) {
        int found = Arrays.binarySearch(offsets, codeOffset);
        int entry = found >= 0 ? found : -found - 2;
        return entry < 0 ? Insn.NO_ORIGIN : origins[entry];
    }

    /** The same by the offset in the whole module, which is what engines tell. */
    public int originAtModuleOffset(int moduleOffset) {
        return originAt(moduleOffset - codeStart);
    }
}
