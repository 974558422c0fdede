package dev.moonlift.wasm.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.CustomSection;
import dev.moonlift.wasm.module.DefinedFunction;
import dev.moonlift.wasm.module.Insn;
import dev.moonlift.wasm.module.WasmModule;
import dev.moonlift.wasm.module.WasmOp;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Instructions know the line of the source that they come from, also where a method was inlined. */
class OriginsTest {
    /** Its first line is the sixth of K.java. */
    private static final String MEMBERS = """
            public int f(int a, int b) {
                int r = a & 12345;
                r = r %
                    b;
                return other.bits(r) + mem.getInt(a);
            }""";

    /** Its first line is the fifth of Other.java. */
    private static final String OTHER = """

            public int bits(int x) {
                return x ^ 54321;
            }""";

    private final WasmModule module =
            Twin.translator(Twin.classFiles(MEMBERS, OTHER)).exporting("k/K", "f", "(II)I");

    @Test
    void eachInstructionHasItsLine() {
        assertThat(places(WasmOp.I32_AND)).containsExactly("k/K.java:7");
        assertThat(places(WasmOp.I32_REM_S)).containsExactly("k/K.java:8");
        assertThat(places(WasmOp.I32_LOAD)).containsExactly("k/K.java:10");
        assertThat(places(WasmOp.I32_ADD)).containsExactly("k/K.java:10");
    }

    @Test
    void whatWasInlinedKeepsTheLineOfTheCallee() {
        assertThat(places(WasmOp.CALL)).isEmpty();
        assertThat(places(WasmOp.I32_XOR)).containsExactly("k/Other.java:7");
    }

    @Test
    void everyExecutableInstructionOfAProgramHasAFile() {
        WasmModule all = Twin.translator(Twin.classFiles(MEMBERS, OTHER)).exportingAll(LoweringOptions.WASMTIME);
        int files = files(all).size();
        for (DefinedFunction function : all.functions()) {
            for (Insn insn : function.body().code()) {
                assertThat(insn.origin() >> 16).isBetween(-1, files - 1);
            }
        }
        assertThat(files(all)).containsExactlyInAnyOrder("k/K.java", "k/Other.java", "k/Blocks.java");
    }

    private List<String> places(WasmOp op) {
        List<String> places = new ArrayList<>();
        for (DefinedFunction function : module.functions()) {
            for (Insn insn : function.body().code()) {
                String file = insn.origin() < 0 ? "" : files(module).get(insn.origin() >> 16);
                if (insn.op() == op && !file.equals("k/Blocks.java") && (insn.origin() & 0xFFFF) != 0) {
                    places.add(file + ":" + (insn.origin() & 0xFFFF));
                }
            }
        }
        return places;
    }

    private static List<String> files(WasmModule module) {
        for (CustomSection section : module.customSections()) {
            if (section.name().equals(Origins.SECTION)) {
                byte[] names = section.bytes().toArray();
                return List.of(new String(names, StandardCharsets.UTF_8).split("\n"));
            }
        }
        throw new AssertionError("no section " + Origins.SECTION);
    }
}
