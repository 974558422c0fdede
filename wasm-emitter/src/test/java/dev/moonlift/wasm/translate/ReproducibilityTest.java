package dev.moonlift.wasm.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.ModuleWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReproducibilityTest {
    private static final String MEMBERS = """
            public int a(int x) { try { return other.check(x) + b(x); } catch (Signal s) { return c(x); } }
            public int b(int x) { switch (x) { case 1: return 5; case 100: return c(x); default: return 9; } }
            public int c(int x) { mem.copy(x, x + 10, 5); return mem.grow(x) + other.check(x); }
            public long d(long x) { return x / 3 + a((int) x); }""";
    private static final String OTHER = """
            public int check(int x) { if (x == 0) { throw Signal.SECOND; } return unused(x); }
            public int unused(int x) { return x < 0 ? check(x + 1) : x; }""";

    private static byte[] bytes(List<byte[]> classFiles) {
        return ModuleWriter.write(Twin.translator(classFiles).exportingAll(LoweringOptions.WASMTIME));
    }

    /** Folders list their files in any order. */
    @Test
    void theOrderOfTheClassFilesDoesNotMatter() {
        List<byte[]> classFiles = new ArrayList<>(Twin.classFiles(MEMBERS, OTHER));
        byte[] expected = bytes(classFiles);
        Random random = new Random(1);
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(classFiles, random);
            assertThat(bytes(classFiles)).isEqualTo(expected);
        }
    }

    @Test
    void oneTranslatorGivesTheSameTwice() {
        ProgramTranslator translator = Twin.translator(Twin.classFiles(MEMBERS, OTHER));
        byte[] first = ModuleWriter.write(translator.exporting("k/K", "a", "(I)I"));
        assertThat(ModuleWriter.write(translator.exporting("k/K", "a", "(I)I"))).isEqualTo(first);
    }
}
