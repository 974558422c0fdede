package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.translate.ProgramTranslator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where code left, in an int. */
class ExitReportTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 65535", "32767, 17", "32768, 17", "65535, 65534"})
    void bothPartsComeBack(int number, int pc) {
        int report = ExitReport.pack(number, pc);
        assertThat(ExitReport.number(report)).isEqualTo(number);
        assertThat(ExitReport.pc(report)).isEqualTo(pc);
    }

    @Test
    void everyNumberOfCodeFits() {
        int last = ProgramTranslator.CODE_SLOTS - 1;
        assertThat(ExitReport.number(ExitReport.pack(last, 5))).isEqualTo(last);
    }

    @Test
    void aReportIsNotTakenForNone() {
        assertThat(ExitReport.pack(1, 0)).isNotZero();
    }

    @Test
    void aFarInstructionDoesNotChangeTheNumber() {
        int report = ExitReport.pack(7, 100_000);
        assertThat(ExitReport.number(report)).isEqualTo(7);
        assertThat(ExitReport.pc(report)).isEqualTo(65_535);
    }
}
