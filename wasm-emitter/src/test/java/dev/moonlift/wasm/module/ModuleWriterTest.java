package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModuleWriterTest {
    private static final String FIBONACCI = """
            0061736d 01000000
            # types, functions, exports
            01 06  01 60 01 7e 01 7e
            03 02  01 00
            07 07  01 03 666962 00 00
            # code
            0a 1e  01 1c 00
              2000 4202 53 04 7e
                2000
              05
                2000 4201 7d 1000
                2000 4202 7d 1000
                7c
              0b
            0b
            # name: function 0, then its local 0
            00 15  04 6e616d65
              01 06  01 00 03 666962
              02 06  01 00 01 00 01 6e
            # moonlift.origin: 1 from offset 3, 2 from 10, none from 12, 3 from 13, none from 28
            00 1b  0f 6d6f6f6e6c6966742e6f726967696e
              05  03 02  07 01  02 7d  01 04  0f 7c
            """;

    @Test
    void writesAnEmptyModule() {
        assertThat(hex(WasmModule.builder().build())).isEqualTo("0061736d01000000");
    }

    @Test
    void writesAModule() {
        assertThat(hex(Samples.fibonacci())).isEqualTo(FIBONACCI.replaceAll("#.*|\\s", ""));
    }

    @Test
    void writesRunsOfLocals() {
        ModuleBuilder builder = WasmModule.builder();
        List<ValueType> locals =
                List.of(ValueType.I32, ValueType.I32, ValueType.F32, ValueType.F64, ValueType.F64, ValueType.I64);
        builder.addFunction(null, Samples.NOTHING, new Body(locals, List.of(Insn.of(WasmOp.END))));
        assertThat(hex(builder.build())).endsWith("0a0c010a" + "04" + "027f" + "017d" + "027c" + "017e" + "0b");
    }

    @Test
    void writesNumbersInTheFewestBytes() {
        assertThat(signed(63)).isEqualTo("3f");
        assertThat(signed(64)).isEqualTo("c000");
        assertThat(signed(-64)).isEqualTo("40");
        assertThat(signed(-65)).isEqualTo("bf7f");
        assertThat(signed(Long.MIN_VALUE)).isEqualTo("8080808080808080807f");
        assertThat(signed(Long.MAX_VALUE)).isEqualTo("ffffffffffffffffff00");
        assertThat(unsigned(127)).isEqualTo("7f");
        assertThat(unsigned(128)).isEqualTo("8001");
        assertThat(unsigned(-1)).isEqualTo("ffffffff0f");
    }

    @Test
    void putsLengthsInFrontWhateverTheirSize() {
        for (int length : new int[] {0, 1, 127, 128, 16383, 16384, 100_000}) {
            ByteWriter out = new ByteWriter();
            out.u8(0xAA);
            out.raw(Bytes.of(new byte[length]));
            int moved = out.insertLength(1);
            ByteReader in = new ByteReader(out.toArray(), 1, out.size());
            assertThat(in.count()).isEqualTo(length);
            assertThat(in.position()).isEqualTo(1 + moved);
            assertThat(in.rest().size()).isEqualTo(length);
        }
    }

    @Test
    void writesTheSameAgain() {
        assertThat(hex(Samples.everything())).isEqualTo(hex(Samples.everything()));
    }

    private static String signed(long value) {
        ByteWriter out = new ByteWriter();
        out.s64(value);
        return HexFormat.of().formatHex(out.toArray());
    }

    private static String unsigned(int value) {
        ByteWriter out = new ByteWriter();
        out.u32(value);
        return HexFormat.of().formatHex(out.toArray());
    }

    private static String hex(WasmModule module) {
        return HexFormat.of().formatHex(ModuleWriter.write(module));
    }
}
