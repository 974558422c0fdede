package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginMapTest {
    /** What a body without locals says of them takes one byte. */
    private static final int NO_LOCALS = 1;

    @Test
    void tellsTheOriginOfEachInstruction() {
        // Behind the number of functions, the length of the body and the number of locals.
        OriginMap map = OriginMap.of(ModuleWriter.write(Samples.fibonacci()));
        assertThat(map.originAt(3)).isEqualTo(1);
        assertThat(map.originAt(8)).isEqualTo(1);
        assertThat(map.originAt(10)).isEqualTo(2);
        assertThat(map.originAt(12)).isEqualTo(Insn.NO_ORIGIN);
        assertThat(map.originAt(13)).isEqualTo(3);
        assertThat(map.originAt(27)).isEqualTo(3);
        assertThat(map.originAt(28)).isEqualTo(Insn.NO_ORIGIN);
        assertThat(map.originAt(0)).isEqualTo(Insn.NO_ORIGIN);
        assertThat(map.originAt(Integer.MAX_VALUE)).isEqualTo(Insn.NO_ORIGIN);
    }

    @Test
    void takesOffsetsInTheModule() {
        byte[] module = ModuleWriter.write(Samples.fibonacci());
        OriginMap map = OriginMap.of(module);
        int start = SectionTable.of(module).contents(SectionId.CODE).position();
        for (int offset = 0; offset < module.length; offset++) {
            assertThat(map.originAtModuleOffset(offset)).isEqualTo(map.originAt(offset - start));
        }
        assertThat(map.originAtModuleOffset(start + 10)).isEqualTo(2);
    }

    @Test
    void countsTheLengthsInFrontOfBodies() {
        ModuleBuilder builder = WasmModule.builder();
        int[] sizes = {10, 126, 127, 20_000, 3};
        for (int i = 0; i < sizes.length; i++) {
            builder.addFunction(null, Samples.NOTHING, nops(sizes[i], 100 * i));
        }
        OriginMap map = OriginMap.of(ModuleWriter.write(builder.build()));
        int offset = 1;
        for (int i = 0; i < sizes.length; i++) {
            int bodySize = NO_LOCALS + sizes[i] + 1;
            offset += (bodySize < 128 ? 1 : bodySize < 16384 ? 2 : 3) + NO_LOCALS;
            assertThat(map.originAt(offset - 1)).isEqualTo(i == 0 ? Insn.NO_ORIGIN : 100 * (i - 1) + 1);
            assertThat(map.originAt(offset)).isEqualTo(100 * i);
            offset += sizes[i];
            assertThat(map.originAt(offset - 1)).isEqualTo(100 * i);
            assertThat(map.originAt(offset++)).isEqualTo(100 * i + 1);
        }
    }

    @Test
    void isEmptyWithoutOrigins() {
        byte[] module = ModuleWriter.write(Samples.everything());
        assertThat(new String(module, StandardCharsets.ISO_8859_1)).doesNotContain(OriginMap.SECTION);
        assertThat(OriginMap.of(module).originAt(5)).isEqualTo(Insn.NO_ORIGIN);
    }

    /** Instructions of one origin, and the end of another. */
    private static Body nops(int count, int origin) {
        List<Insn> code = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            code.add(Insn.of(WasmOp.NOP).from(origin));
        }
        code.add(Insn.of(WasmOp.END).from(origin + 1));
        return new Body(List.of(), code);
    }
}
