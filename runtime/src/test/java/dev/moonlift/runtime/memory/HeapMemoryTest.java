package dev.moonlift.runtime.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways to read and write numbers in an array. */
class HeapMemoryTest {
    private static final int MAXIMUM = 100;

    /** Bytes behind a memory that may be there. */
    private static final int UNUSED = 7;

    private static final long LONG = 0x8182_8384_8586_8788L;

    interface Maker {
        HeapMemory over(byte[] bytes, int maximum);
    }

    static List<Maker> makers() {
        return List.of(ViewedMemory::over, HeapMemoryTest::usual);
    }

    private static HeapMemory usual(byte[] bytes, int maximum) {
        return HeapMemory.of(bytes, maximum);
    }

    @Test
    void theDirectOneIsUsedWhereItCanBe() {
        boolean usable = Runtime.version().feature() < 24
                && Set.of("amd64", "x86_64", "aarch64").contains(System.getProperty("os.arch"))
                && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

        assertThat(DirectBytes.areUsable()).isEqualTo(usable);
        assertThat(HeapMemory.of(0, 8) instanceof ViewedMemory).isNotEqualTo(usable);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void numbersAreLittleEndianAtEveryAddress(Maker maker) {
        HeapMemory memory = maker.over(new byte[32], MAXIMUM);
        for (int address = 0; address <= 24; address++) {
            memory.fill(0, 0, 32);
            memory.putLong(address, LONG);
            assertThat(ByteBuffer.wrap(memory.bytes())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong(address))
                    .isEqualTo(LONG);
            assertThat(memory.getLong(address)).isEqualTo(LONG);
            assertThat(memory.getInt(address)).isEqualTo((int) LONG);
            assertThat(memory.getInt(address + 4)).isEqualTo((int) (LONG >> 32));
            assertThat(memory.getDouble(address)).isEqualTo(Double.longBitsToDouble(LONG));
            memory.putInt(address, 7);
            assertThat(memory.getLong(address)).isEqualTo(LONG >> 32 << 32 | 7);
            memory.putDouble(address, Math.PI);
            assertThat(memory.getLong(address)).isEqualTo(Double.doubleToRawLongBits(Math.PI));
            assertThat(nonZeroOutside(memory, address)).isZero();
        }
    }

    private static int nonZeroOutside(HeapMemory memory, int address) {
        int count = 0;
        for (int i = 0; i < memory.size(); i++) {
            count += (i < address || i >= address + 8) && memory.getByte(i) != 0 ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @MethodSource("makers")
    void accessesBeyondEitherEndThrowAndChangeNothing(Maker maker) {
        for (int size : new int[] {0, 1, 3, 4, 5, 7, 8, 9, 64}) {
            HeapMemory memory = maker.over(new byte[size], MAXIMUM);
            assertBounds(memory, size, 1, a -> memory.getByte(a), a -> memory.putByte(a, -1));
            assertBounds(memory, size, 1, a -> memory.getUnsignedByte(a), a -> memory.putByte(a, -1));
            assertBounds(memory, size, 4, a -> memory.getInt(a), a -> memory.putInt(a, -1));
            assertBounds(memory, size, 8, a -> memory.getLong(a), a -> memory.putLong(a, -1));
            assertBounds(memory, size, 8, a -> memory.getDouble(a), a -> memory.putDouble(a, -1));
            assertBounds(memory, size, 4, a -> memory.getInt(a), a -> memory.putIntRelease(a, -1));
        }
    }

    private interface Access {
        void at(int address);
    }

    private static void assertBounds(HeapMemory memory, int size, int width, Access load, Access store) {
        byte[] before = memory.read(0, size);
        for (int address : new int[] {
            -1,
            -2,
            -width,
            -8,
            -9,
            -16,
            -17,
            Integer.MIN_VALUE,
            Integer.MIN_VALUE + 1,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE - width,
            size + UNUSED,
            size + UNUSED + 1,
            size + 16
        }) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> load.at(address));
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> store.at(address));
        }
        for (int address = size; address < size + UNUSED; address++) {
            touch(load, address);
            touch(store, address);
        }
        assertThat(memory.read(0, size)).isEqualTo(before);
        if (size >= width) {
            load.at(0);
            load.at(size - width);
            store.at(0);
            store.at(size - width);
        }
    }

    private static void touch(Access access, int address) {
        try {
            access.at(address);
        } catch (IndexOutOfBoundsException e) {
            // As well: only what it does matters.
        }
    }

    /** The last byte of an object on the heap is followed by another object's, or by what nobody has. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 63, 64, 65})
    void aNumberAtTheLastIndexIsInTheArrayStill(int size) {
        int room = DirectBytes.roomFor(size);
        long end = DirectBytes.firstPlace() + room - 1 + Long.BYTES;

        assertThat(room).isBetween(size, size + UNUSED);
        assertThat(DirectBytes.areUsable() ? end % Long.BYTES : room - size).isZero();
    }

    @Test
    void thereIsNoRoomForMoreThanAnArrayHolds() {
        int most = Integer.MAX_VALUE - 1;

        assertThat(DirectBytes.roomFor(most)).isEqualTo(DirectBytes.areUsable() ? Integer.MAX_VALUE : most);
    }

    @ParameterizedTest
    @MethodSource("makers")
    void whatHasGrownIsThereAndNothingBeyondIt(Maker maker) {
        HeapMemory memory = maker.over(new byte[8], MAXIMUM);
        memory.putLong(0, LONG);

        assertThat(memory.grow(MAXIMUM + 1)).isZero();
        assertThat(memory.grow(-1)).isZero();
        assertThat(memory.size()).isEqualTo(8);
        assertThat(memory.grow(MAXIMUM)).isOne();

        assertThat(memory.getLong(0)).isEqualTo(LONG);
        memory.putLong(MAXIMUM - 8, LONG);
        assertThat(memory.getLong(MAXIMUM - 8)).isEqualTo(LONG);
        assertThat(memory.getLong(8)).isZero();
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.getLong(MAXIMUM + UNUSED));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> memory.putInt(MAXIMUM + UNUSED, 1));
    }

    @Test
    void theImageIsCopied() {
        byte[] image = {1, 2, 3, 4};
        HeapMemory memory = HeapMemory.of(image, 4);
        image[0] = 9;

        assertThat(memory.getInt(0)).isEqualTo(0x0403_0201);
    }

    @Test
    void sizesThatCannotBeAreRefused() {
        for (Supplier<HeapMemory> impossible : List.<Supplier<HeapMemory>>of(
                () -> HeapMemory.of(-1, 8), () -> HeapMemory.of(9, 8), () -> HeapMemory.of(new byte[9], 8))) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(impossible::get);
        }
    }
}
