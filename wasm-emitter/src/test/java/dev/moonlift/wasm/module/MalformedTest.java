package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MalformedTest {
    private static final String HEADER = "0061736d01000000";

    @Test
    void refusesPrefixesThatEndWithinSections() {
        byte[] module = ModuleWriter.write(Samples.everything());
        int readable = 0;
        for (int length = 0; length < module.length; length++) {
            readable += isRead(Arrays.copyOf(module, length)) ? 1 : 0;
        }
        // Up to the header, types or imports, where no function wants a body yet; up to data or names.
        assertThat(readable).isEqualTo(5);
    }

    @Test
    void survivesEveryFlippedBit() {
        byte[] module = ModuleWriter.write(Samples.everything());
        int refused = 0;
        for (int bit = 0; bit < module.length * Byte.SIZE; bit++) {
            byte[] flipped = module.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            refused += isAccepted(flipped) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(module.length);
    }

    @Test
    void survivesNoise() {
        Random random = new Random(1);
        int refused = 0;
        for (int seed = 0; seed < 200; seed++) {
            byte[] module = ModuleWriter.write(RandomModules.module(seed));
            for (int i = 0; i < 20; i++) {
                byte[] noisy = module.clone();
                for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                    noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
                }
                refused += isAccepted(noisy) ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void isNotMadeToAllocateByCounts() {
        for (String section : List.of("01", "02", "03", "04", "05", "06", "07", "09", "0a", "0b")) {
            assertMalformed(section + "05" + "ffffffff07", "length");
        }
        // In the last body, four thousand million locals.
        assertMalformed("010401600000" + "03020100" + "0a0a0108" + "01ffffffff0f7f" + "0b", "locals");
        // Many bodies with fewer.
        int count = 100_000;
        ByteWriter out = new ByteWriter();
        out.u32(count);
        for (int i = 0; i < count; i++) {
            out.raw(Bytes.of(HexFormat.of().parseHex("06" + "01d086037f0b")));
        }
        ByteReader code = new ByteReader(out.toArray(), 0, out.size());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() ->
                                new CodeReader(code, OriginMap.of(HexFormat.of().parseHex(HEADER))).read())
                        .isInstanceOf(MalformedModuleException.class)
                        .hasMessageContaining("locals"));
    }

    @Test
    void tellsWhere() {
        assertThatThrownBy(() -> read("0104016100"))
                .isInstanceOf(MalformedModuleException.class)
                .hasMessage("at offset 10: length 4 is more than the 3 bytes left")
                .satisfies(
                        e -> assertThat(((MalformedModuleException) e).offset()).isEqualTo(10));
        assertMalformed("0103016100", "at offset 11: type of a function: expected 0x60, found 0x61");
    }

    @Test
    void refusesSectionsOutOfOrder() {
        assertMalformed("030100" + "010100", "section TYPE after FUNCTION");
        assertMalformed("010100" + "010100", "section TYPE after TYPE");
        assertMalformed("0e0100", "section null");
    }

    @Test
    void refusesBytesThatAreLeftInASection() {
        assertMalformed("01020000", "1 bytes too many");
    }

    @Test
    void refusesFunctionsWithoutBodies() {
        assertMalformed("010401600000" + "03020100", "1 functions with 0 bodies");
    }

    @Test
    void refusesADataCountThatIsWrong() {
        assertMalformed("0c0101", "1 data segments announced, 0 found");
    }

    @Test
    void refusesNumbersWithTooManyBits() {
        assertThat(reader("ffffffff0f").u32()).isEqualTo(0xFFFF_FFFFL);
        assertThat(reader("8080808000").u32()).isZero();
        assertThatThrownBy(() -> reader("ffffffff1f").u32()).hasMessageContaining("above 32 bits");
        assertThatThrownBy(() -> reader("808080808000").u32()).hasMessageContaining("above 32 bits");
        assertThat(reader("8080808078").signed(32)).isEqualTo(Integer.MIN_VALUE);
        assertThat(reader("ffffffff07").signed(32)).isEqualTo(Integer.MAX_VALUE);
        assertThatThrownBy(() -> reader("8080808070").signed(32)).hasMessageContaining("too many bits");
        assertThatThrownBy(() -> reader("ffffffff0f").signed(32)).hasMessageContaining("too many bits");
        assertThat(reader("8080808080808080807f").signed(64)).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> reader("8080808080808080807e").signed(64)).hasMessageContaining("too many bits");
        assertThat(reader("808080807f").signed(33)).isEqualTo(-(1L << 28));
    }

    @Test
    void refusesNamesThatAreNotUtf8() {
        assertMalformed("0003" + "02c328", "not UTF-8");
    }

    @Test
    void refusesInstructionsThatMoonliftDoesNotEmit() {
        assertThatThrownBy(() -> new InsnReader(reader("d2")).read(0)).hasMessageContaining("0xd2");
        assertThatThrownBy(() -> new InsnReader(reader("fcffffffff0f")).read(0))
                .isInstanceOf(MalformedModuleException.class);
        assertThatThrownBy(() -> new InsnReader(reader("fd0c")).read(0)).isInstanceOf(MalformedModuleException.class);
    }

    private static void assertMalformed(String sections, String message) {
        assertThatThrownBy(() -> read(sections))
                .isInstanceOf(MalformedModuleException.class)
                .hasMessageContaining(message);
    }

    private static WasmModule read(String sections) {
        return ModuleReader.read(HexFormat.of().parseHex(HEADER + sections));
    }

    private static boolean isRead(byte[] module) {
        try {
            ModuleReader.read(module);
            return true;
        } catch (MalformedModuleException e) {
            return false;
        }
    }

    /** Whatever is neither malformed nor invalid can be printed and written; other exceptions get out. */
    private static boolean isAccepted(byte[] bytes) {
        try {
            WasmModule module = ModuleReader.read(bytes);
            ModuleValidator.validate(module);
            assertThat(WatPrinter.print(module)).startsWith("(module");
            assertThat(ModuleReader.read(ModuleWriter.write(module))).isEqualTo(module);
            return true;
        } catch (MalformedModuleException | InvalidModuleException e) {
            return false;
        }
    }

    private static ByteReader reader(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return new ByteReader(bytes, 0, bytes.length);
    }
}
