package dev.moonlift.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final Memory memory = HeapMemory.of(1 << 16, 1 << 16);
    private final Budget budget = new Budget(memory);

    private void use(int units) {
        memory.putInt(State.FUEL, memory.getInt(State.FUEL) - units);
    }

    @Test
    void isUsedUpWhenMoreIsUsedThanThereWas() {
        budget.begin(10, Budget.SLICE);
        use(10);
        assertThat(budget.isUsedUp()).isFalse();
        assertThat(budget.used()).isEqualTo(10);
        use(1);
        assertThat(budget.isUsedUp()).isTrue();
        assertThat(budget.used()).isEqualTo(10);
    }

    @Test
    void runsOutAtTheSameCountOverSlices() {
        budget.begin(2_500_000, Budget.SLICE);
        use(1_000_001);
        assertThat(budget.isUsedUp()).isFalse();
        budget.grant(Budget.SLICE);
        assertThat(memory.getInt(State.FUEL)).isEqualTo(1_000_000);
        use(1_000_000);
        budget.grant(Budget.SLICE);
        assertThat(memory.getInt(State.FUEL)).isEqualTo(499_999);
        assertThat(memory.getInt(State.FUEL_FLOOR)).isZero();
        use(500_000);
        assertThat(budget.isUsedUp()).isTrue();
    }

    @Test
    void lendsLibraryWorkAllThatWaits() {
        budget.begin(5_000_000, Budget.SLICE);
        assertThat(memory.getInt(State.FUEL_FLOOR)).isEqualTo(-4_000_000);
        use(4_000_000);
        assertThat(budget.isUsedUp()).isFalse();
        budget.grant(Budget.SLICE);
        assertThat(memory.getInt(State.FUEL)).isEqualTo(1_000_000);
        assertThat(memory.getInt(State.FUEL_FLOOR)).isZero();
    }

    @Test
    void countsTheHostsOwnWork() {
        budget.begin(100, Budget.SLICE);
        budget.charge(60);
        assertThat(budget.used()).isEqualTo(60);
        budget.charge(Integer.MAX_VALUE);
        assertThat(budget.isUsedUp()).isTrue();
    }

    @Test
    void isEndlessInPractice() {
        budget.begin(CallLimits.UNLIMITED_FUEL, Budget.SLICE);
        for (int i = 0; i < 10_000; i++) {
            use(1_000_001);
            budget.grant(Budget.SLICE);
        }
        assertThat(budget.isUsedUp()).isFalse();
        assertThat(memory.getInt(State.FUEL_FLOOR)).isEqualTo(-Integer.MAX_VALUE);
        assertThat(budget.used()).isEqualTo(10_000L * 1_000_001);
    }
}
