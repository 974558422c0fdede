package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.jit.CodeCache.Statistics;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept of compiled code. */
@Timeout(60)
class CodeCacheTest {
    private static final KernelPlacement EAGER =
            new KernelPlacement(null, false, KernelPlacement.Start.AT_ONCE, JitOptions.eager(1000));

    private static CachedCode code(int bytes) {
        return new CachedCode(List.of(), List.of(), () -> {}, bytes);
    }

    @Test
    void countsWhatHappens() {
        CodeCache cache = new CodeCache(10, 1000);
        CachedCode code = code(30);
        assertThat(cache.find("a")).isNull();
        cache.put("a", code);
        assertThat(cache.find("a")).isSameAs(code);
        assertThat(cache.find("a")).isSameAs(code);
        assertThat(cache.find("b")).isNull();
        assertThat(cache.statistics()).isEqualTo(new Statistics(1, 30, 2, 2, 0));
    }

    @Test
    void ofTooManyTheOneGoesThatWasNotUsedForLongest() {
        CodeCache cache = new CodeCache(3, 1000);
        cache.put("a", code(1));
        cache.put("b", code(2));
        cache.put("c", code(4));
        assertThat(cache.find("a")).isNotNull();
        cache.put("d", code(8));
        assertThat(cache.find("b")).isNull();
        assertThat(cache.find("a")).isNotNull();
        assertThat(cache.find("c")).isNotNull();
        assertThat(cache.find("d")).isNotNull();
        assertThat(cache.statistics()).isEqualTo(new Statistics(3, 13, 4, 1, 1));
    }

    @Test
    void ofTooMuchAsManyGoAsMust() {
        CodeCache cache = new CodeCache(100, 100);
        cache.put("a", code(40));
        cache.put("b", code(40));
        cache.put("c", code(20));
        assertThat(cache.statistics().evictions()).isZero();
        cache.put("d", code(41));
        assertThat(cache.find("a")).isNull();
        assertThat(cache.find("b")).isNull();
        assertThat(cache.find("c")).isNotNull();
        assertThat(cache.statistics().bytes()).isEqualTo(61);
        assertThat(cache.statistics().evictions()).isEqualTo(2);
    }

    @Test
    void aSingleModuleMayBeLargerThanAll() {
        CodeCache cache = new CodeCache(100, 100);
        cache.put("a", code(1));
        cache.put("b", code(200));
        assertThat(cache.find("a")).isNull();
        assertThat(cache.find("b")).isNotNull();
        cache.put("c", code(1));
        assertThat(cache.find("b")).isNull();
        assertThat(cache.statistics().bytes()).isEqualTo(1);
    }

    @Test
    void whatTakesAPlaceIsCountedInsteadOfWhatWasThere() {
        CodeCache cache = new CodeCache(10, 100);
        cache.put("a", code(60));
        CachedCode other = code(70);
        cache.put("a", other);
        assertThat(cache.find("a")).isSameAs(other);
        assertThat(cache.statistics()).isEqualTo(new Statistics(1, 70, 1, 0, 0));
    }

    @Test
    void aModuleIsClosedWhenNobodyHasIt() {
        AtomicInteger closed = new AtomicInteger();
        CachedCode code = new CachedCode(List.of(), List.of(), closed::incrementAndGet, 1);
        CodeCache cache = new CodeCache(1, 100);
        cache.put("a", code);
        code.release();
        assertThat(cache.find("a")).isSameAs(code);
        cache.put("b", code(1));
        assertThat(cache.find("a")).isNull();
        assertThat(closed).hasValue(0);
        code.release();
        assertThat(closed).hasValue(1);
    }

    @Test
    void canBeEmptied() {
        CodeCache cache = new CodeCache(10, 100);
        cache.put("a", code(60));
        cache.clear();
        assertThat(cache.find("a")).isNull();
        assertThat(cache.statistics()).isEqualTo(new Statistics(0, 0, 0, 1, 0));
        cache.put("a", code(60));
        cache.put("b", code(40));
        assertThat(cache.statistics().modules()).isEqualTo(2);
    }

    @Test
    void guestsOfTheSameProgramShareTheirCode() {
        String program = """
                local s = 0
                for i = 1, 20000 do s = s + i %% %d end
                if s ~= %d then error("wrong: " .. s) end
                """;
        String seven = program.formatted(7, sum(7));
        CodeCache.shared().clear();
        Statistics none = CodeCache.shared().statistics();
        PausedGuest.run(seven, EAGER);
        Statistics first = CodeCache.shared().statistics();
        assertThat(first.misses()).isGreaterThan(none.misses());
        assertThat(first.hits()).isEqualTo(none.hits());
        PausedGuest.run(seven, EAGER);
        Statistics second = CodeCache.shared().statistics();
        assertThat(second.misses()).isEqualTo(first.misses());
        assertThat(second.hits() - first.hits()).isEqualTo(first.misses() - none.misses());
        assertThat(second.bytes()).isEqualTo(first.bytes());
        PausedGuest.run(program.formatted(11, sum(11)), EAGER);
        Statistics third = CodeCache.shared().statistics();
        assertThat(third.misses()).isGreaterThan(second.misses());
        assertThat(third.bytes()).isGreaterThan(second.bytes());
    }

    private static long sum(int modulus) {
        long sum = 0;
        for (int i = 1; i <= 20_000; i++) {
            sum += i % modulus;
        }
        return sum;
    }
}
