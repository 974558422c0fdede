package dev.moonlift.runtime.kernel.number;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** This package over a small memory, and numbers to try it with. */
final class Numbers {
    static final int OUTPUT = 16 * 1024;

    private static final int SCRATCH = 8 * 1024;
    private static final int SLOT = 12 * 1024;
    private static final int INPUT = 20 * 1024;
    private static final int SIZE = 64 * 1024;

    final Memory memory = HeapMemory.of(SIZE, SIZE);
    final BigNatural natural = new BigNatural(memory);
    final NumberFormatter formatter = new NumberFormatter(memory, new DecimalDigits(memory, natural));
    final NumberParser parser = new NumberParser(memory, new DecimalReader(memory, natural));
    final Trigonometry trigonometry = new Trigonometry(new ArgumentReduction(memory));
    final Xoshiro random = new Xoshiro(memory);

    Numbers() {
        memory.putInt(Layout.State.NUMBER_SCRATCH, SCRATCH);
    }

    /** The text of so many bytes that the formatter wrote. */
    String written(int length) {
        return new String(memory.read(OUTPUT, length), StandardCharsets.ISO_8859_1);
    }

    /** What a text reads as: a Long, a Double, or null. */
    Object parse(String text) {
        return stored(parser.parse(INPUT, write(text), SLOT));
    }

    Object parseInBase(String text, int base) {
        return stored(parser.parseInBase(INPUT, write(text), base, SLOT));
    }

    private int write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        memory.write(INPUT, bytes, 0, bytes.length);
        return bytes.length;
    }

    private Object stored(int found) {
        if (found == 0) {
            return null;
        }
        if (memory.getByte(SLOT + Layout.TAG) == Tag.INTEGER) {
            return memory.getLong(SLOT);
        }
        return memory.getDouble(SLOT);
    }

    /** A finite float of any size, or of a size that programs use. */
    static double anyFinite(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(2_000_001) - 1_000_000;
            case 1 -> (random.nextInt(2_000_001) - 1_000_000) / 1000.0;
            case 2 -> random.nextGaussian();
            case 3 -> Math.scalb(random.nextInt(2000), random.nextInt(80) - 40);
            default -> anyBits(random);
        };
    }

    private static double anyBits(Random random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : Double.MIN_VALUE * random.nextInt();
    }
}
