package dev.moonlift.wasm.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Switches whose keys lie far apart, of any number of cases: each key, its neighbours and the ends of the range. */
class LookupSwitchTest {
    private static final String OTHER = "public int twice(int x) { return x + x; }";

    static IntStream sizes() {
        return IntStream.of(0, 1, 2, 3, 4, 5, 7, 8, 9, 16, 33);
    }

    private static List<Integer> keys(int count) {
        TreeSet<Integer> keys = new TreeSet<>();
        Random random = new Random(count);
        if (count >= 4) {
            keys.addAll(List.of(Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE));
        }
        while (keys.size() < count) {
            keys.add(random.nextInt() & ~1);
        }
        return new ArrayList<>(keys);
    }

    /** Every third case falls through to the next; the default is in the middle. */
    private static String source(List<Integer> keys) {
        StringBuilder source = new StringBuilder("public int f(int x) { int r = 1; switch (x) {\n");
        for (int i = 0; i <= keys.size(); i++) {
            if (i == keys.size() / 2) {
                source.append("default: r += 1000; break;\n");
            }
            if (i < keys.size()) {
                source.append("case %d: r += %d; %s\n".formatted(keys.get(i), i + 2, i % 3 == 0 ? "" : "break;"));
            }
        }
        return source.append("} return r * 3; }").toString();
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void meansTheSame(int count) {
        List<Integer> keys = keys(count);
        Twin twin = new Twin(source(keys), OTHER);
        TreeSet<Integer> tried = new TreeSet<>(List.of(0, 1, -1, 5, Integer.MIN_VALUE, Integer.MAX_VALUE));
        keys.forEach(key -> tried.addAll(List.of(key - 1, key, key + 1)));
        for (int x : tried) {
            assertThat(twin.translated("f", x)).as("f(%d)", x).isEqualTo(twin.onJvm("f", x));
        }
    }
}
