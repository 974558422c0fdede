package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.translate.ProgramTranslator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where code left, in an int. */
class ExitReportTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 32767", "32767, 17", "32768, 17", "65535, 32766"})
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
        assertThat(ExitReport.pc(report)).isEqualTo(32_767);
    }

    @Test
    void anotherNumberChangesNoPart() {
        int report = ExitReport.pack(65_535, 32_767) | 1 << ExitReport.OTHER_NUMBER_BIT;
        assertThat(ExitReport.isOtherNumber(report)).isTrue();
        assertThat(ExitReport.number(report)).isEqualTo(65_535);
        assertThat(ExitReport.pc(report)).isEqualTo(32_767);
        assertThat(ExitReport.isOtherNumber(ExitReport.pack(65_535, 100_000))).isFalse();
    }
}
