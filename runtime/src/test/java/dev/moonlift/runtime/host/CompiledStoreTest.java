package dev.moonlift.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.Memory;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiled code may go on behind a store only where the interpreter would not collect. */
class CompiledStoreTest {
    private static final int INDEX = 1_000_000;
    private static final double NUMBER = 5.5;
    /** Bytes that may be allocated before a collection is due: fewer than a node takes. */
    private static final int LITTLE_ROOM = 8;

    /** More than a store in an empty table takes. */
    private static final int MUCH_ROOM = 10_000;

    private final JvmKernel kernel =
            new JvmKernel(GuestImage.newMemory(new GuestOptions(GuestOptions.MIN_MEMORY, 0, 0, Set.of())));
    private final Memory memory = kernel.memory;
    private final int table = State.SCRATCH_SLOTS;
    private final int key = table + Layout.SLOT;
    private final int value = key + Layout.SLOT;

    CompiledStoreTest() {
        kernel.values.setObject(table, kernel.tables.create(0, 0));
        kernel.values.setFloat(key, NUMBER);
        kernel.values.setInteger(value, 7);
    }

    enum Store {
        BY_ANY_KEY,
        BY_INDEX
    }

    private int store(Store how) {
        return how == Store.BY_ANY_KEY
                ? kernel.leafRequests.set(table, key, value)
                : kernel.leafRequests.setIndexed(table, INDEX, value);
    }

    private void makeRoom(int bytes) {
        memory.putInt(State.DEBT, -bytes);
    }

    private boolean isStored(Store how) {
        int found = how == Store.BY_ANY_KEY
                ? kernel.tables.get(memory.getInt(table), Double.doubleToRawLongBits(NUMBER), Tag.FLOAT)
                : kernel.tables.getInteger(memory.getInt(table), INDEX);
        return memory.getByte(found + Layout.TAG) == Tag.INTEGER;
    }

    @ParameterizedTest
    @EnumSource
    void isDoneWhereNoCollectionIsDueAfterIt(Store how) {
        makeRoom(MUCH_ROOM);

        assertThat(store(how)).isOne();
        assertThat(isStored(how)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isNotDoneIfItMadeACollectionDueAndMayBeRepeated(Store how) {
        makeRoom(LITTLE_ROOM);

        assertThat(store(how)).isZero();
        assertThat(memory.getInt(State.DEBT)).isPositive();

        makeRoom(LITTLE_ROOM);
        assertThat(store(how)).isOne();
        assertThat(isStored(how)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isLeftAloneWhereACollectionIsDueAlready(Store how) {
        memory.putInt(State.DEBT, 1);

        assertThat(store(how)).isZero();
        assertThat(isStored(how)).isFalse();
    }

    @Test
    void isLeftAloneWhereMetatablesMayHaveASay() {
        memory.putInt(memory.getInt(table) + Layout.Table.METATABLE, kernel.tables.create(0, 0));
        makeRoom(MUCH_ROOM);

        assertThat(store(Store.BY_ANY_KEY)).isZero();
        assertThat(isStored(Store.BY_ANY_KEY)).isFalse();
    }
}
