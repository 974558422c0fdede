package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.wasm.translate.ProgramTranslator;
import org.junit.jupiter.api.Test;

class CodeNumbersTest {
    @Test
    void theSameKeyHasTheSameNumbersWhateverElseIsTaken() {
        CodeNumbers one = new CodeNumbers();
        CodeNumbers other = new CodeNumbers();
        int first = one.find("a", 5);
        assertThat(other.take(first < 100 ? 200 : 1, 50)).isTrue();
        assertThat(other.find("a", 5)).isEqualTo(first);
    }

    @Test
    void takenNumbersAreNotGivenAgain() {
        CodeNumbers numbers = new CodeNumbers();
        int first = numbers.find("a", 5);
        assertThat(numbers.take(first, 5)).isTrue();
        assertThat(numbers.take(first + 4, 1)).isFalse();
        assertThat(numbers.find("a", 5))
                .satisfiesAnyOf(
                        next -> assertThat(next).isGreaterThanOrEqualTo(first + 5),
                        next -> assertThat(next).isLessThanOrEqualTo(first - 5));
    }

    @Test
    void allNumbersButZeroCanBeTakenAndNoMore() {
        CodeNumbers numbers = new CodeNumbers();
        int count = 0;
        for (int first = numbers.find("x", 1); first >= 0; first = numbers.find("x", 1)) {
            assertThat(first).isBetween(1, ProgramTranslator.CODE_SLOTS - 1);
            assertThat(numbers.take(first, 1)).isTrue();
            count++;
        }
        assertThat(count).isEqualTo(ProgramTranslator.CODE_SLOTS - 1);
    }
}
