package dev.moonlift.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.jit.CodeFormatException;
import dev.moonlift.runtime.jit.PreparedCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The format of bundles. */
class BundleTest {
    private static final byte[] TEXT = "return 1".getBytes(StandardCharsets.UTF_8);

    private final Bundle bundle = Bundle.of("a.lua", TEXT, 1 << 20, PreparedCode.NONE);

    @Test
    void isReadAsItWasWritten() throws CodeFormatException {
        Bundle read = Bundle.decode(bundle.encode());
        assertThat(read).usingRecursiveComparison().isEqualTo(bundle);
        assertThat(read.preparedCode())
                .hasValueSatisfying(code -> assertThat(code.count()).isZero());
    }

    @Test
    void codeOfAnotherBuildIsLeftOut() throws CodeFormatException {
        Bundle other = new Bundle("a.lua", TEXT, 1 << 20, "another", new byte[] {1, 2, 3});
        assertThat(Bundle.decode(other.encode()).preparedCode()).isEmpty();
    }

    @Test
    void damageIsSeen() {
        byte[] file = bundle.encode();
        for (int i = 0; i < file.length; i++) {
            byte[] damaged = file.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> Bundle.decode(damaged)).isInstanceOf(CodeFormatException.class);
            byte[] shorter = Arrays.copyOf(file, i);
            assertThatThrownBy(() -> Bundle.decode(shorter)).isInstanceOf(CodeFormatException.class);
        }
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        assertThatThrownBy(() -> Bundle.decode(longer)).hasMessageContaining("checksum");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Bundle.decode(TEXT)).hasMessage("it is not a bundle");
        byte[] newer = bundle.encode();
        newer[15] = 2;
        assertThatThrownBy(() -> Bundle.decode(newer)).hasMessage("it has format 2; this version reads format 1 only");
    }
}
