package dev.moonlift.runtime.host;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.number.Xoshiro;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Memories of new guests. All guests with the same limit, hash seed and grants begin with the same bytes, so these are
 * made once and then copied.
 */
final class GuestImage {
    /** Images kept; an image has some 150 KiB and 1/1024 of the limit. */
    private static final int KEPT = 8;

    private static final Map<Key, byte[]> IMAGES = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    private GuestImage() {}

    private record Key(int memoryLimit, int hashSeed, Set<Grant> grants) {}

    /** The memory of a guest that has not run yet. */
    static Memory newMemory(GuestOptions options) {
        Memory memory = HeapMemory.of(image(options), options.memoryLimit());
        new Xoshiro(memory).seed(options.randomSeed(), 0);
        return memory;
    }

    private static byte[] image(GuestOptions options) {
        Key key = new Key(options.memoryLimit(), options.hashSeed(), options.grants());
        synchronized (IMAGES) {
            return IMAGES.computeIfAbsent(key, GuestImage::create);
        }
    }

    private static byte[] create(Key key) {
        Memory memory = HeapMemory.of(0, key.memoryLimit());
        GuestBoot.boot(memory, key.hashSeed(), key.grants());
        int end = memory.getInt(State.END_PAGE) << Layout.PAGE_SHIFT;
        return memory.read(0, end + Layout.TAIL_GUARD);
    }
}
