package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.runtime.engine.EngineModule;
import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.jit.ModuleCache.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept of compiled code. */
@Timeout(60)
class ModuleCacheTest {
    private static final KernelPlacement EAGER =
            new KernelPlacement(null, false, KernelPlacement.Start.AT_ONCE, JitOptions.eager(1000));

    private static CachedCode code(int bytes, EngineModule module) {
        CompilationRecord record = new CompilationRecord("key", "e", 2, Instant.EPOCH, Duration.ofMillis(1));
        return new CachedCode(new CodeImage(List.of(), 0, 0, new byte[bytes]), record, module, null);
    }

    private static CachedCode code(int bytes) {
        return code(bytes, () -> {});
    }

    private static void put(ModuleCache cache, String key, CachedCode code) {
        cache.request(key, () -> code, Runnable::run, CachedCode::release);
    }

    /** Whether there is code for a key; that counts as a use. */
    private static boolean has(ModuleCache cache, String key) {
        boolean[] isAskedFor = new boolean[1];
        cache.request(
                key,
                () -> {
                    isAskedFor[0] = true;
                    return null;
                },
                Runnable::run,
                code -> Optional.ofNullable(code).ifPresent(CachedCode::release));
        return !isAskedFor[0];
    }

    @Test
    void countsWhatHappens() {
        ModuleCache cache = new ModuleCache(10, 1000, null);
        put(cache, "a", code(30));
        assertThat(has(cache, "a")).isTrue();
        assertThat(has(cache, "a")).isTrue();
        assertThat(has(cache, "b")).isFalse();
        cache.compiled(code(1));
        cache.compiled(code(1));
        cache.countLoaded();
        assertThat(cache.statistics()).isEqualTo(new Statistics(1, 30, 2, 2, 0, 2, 1, 1, 2_000_000));
        assertThat(cache.modules())
                .singleElement()
                .satisfies(code -> assertThat(code.uses()).isEqualTo(3));
    }

    @Test
    void ofTooManyTheOneGoesThatWasNotUsedForLongest() {
        ModuleCache cache = new ModuleCache(3, 1000, null);
        put(cache, "a", code(1));
        put(cache, "b", code(2));
        put(cache, "c", code(4));
        assertThat(has(cache, "a")).isTrue();
        put(cache, "d", code(8));
        assertThat(cache.modules()).extracting(CachedCode::bytes).containsExactly(8, 1, 4);
        assertThat(has(cache, "b")).isFalse();
        assertThat(cache.statistics().bytes()).isEqualTo(13);
        assertThat(cache.statistics().evictions()).isEqualTo(1);
    }

    @Test
    void ofTooMuchAsManyGoAsMust() {
        ModuleCache cache = new ModuleCache(100, 100, null);
        put(cache, "a", code(40));
        put(cache, "b", code(40));
        put(cache, "c", code(20));
        assertThat(cache.statistics().evictions()).isZero();
        put(cache, "d", code(41));
        assertThat(cache.modules()).extracting(CachedCode::bytes).containsExactly(41, 20);
        assertThat(cache.statistics().bytes()).isEqualTo(61);
        assertThat(cache.statistics().evictions()).isEqualTo(2);
    }

    @Test
    void aSingleModuleMayBeLargerThanAll() {
        ModuleCache cache = new ModuleCache(100, 100, null);
        put(cache, "a", code(1));
        put(cache, "b", code(200));
        assertThat(cache.modules()).extracting(CachedCode::bytes).containsExactly(200);
        put(cache, "c", code(1));
        assertThat(cache.modules()).extracting(CachedCode::bytes).containsExactly(1);
        assertThat(cache.statistics().bytes()).isEqualTo(1);
    }

    @Test
    void aModuleIsClosedWhenNobodyHasIt() {
        AtomicInteger closed = new AtomicInteger();
        CachedCode code = code(1, closed::incrementAndGet);
        ModuleCache cache = new ModuleCache(1, 100, null);
        cache.request(
                "a", () -> code, Runnable::run, received -> assertThat(received).isSameAs(code));
        put(cache, "b", code(1));
        assertThat(has(cache, "a")).isFalse();
        assertThat(closed).hasValue(0);
        code.release();
        assertThat(closed).hasValue(1);
    }

    @Test
    void canBeEmptied() {
        AtomicInteger closed = new AtomicInteger();
        ModuleCache cache = new ModuleCache(10, 100, null);
        put(cache, "a", code(60, closed::incrementAndGet));
        cache.clear();
        assertThat(closed).hasValue(1);
        assertThat(has(cache, "a")).isFalse();
        assertThat(cache.statistics().bytes()).isZero();
        put(cache, "b", code(60));
        put(cache, "c", code(40));
        assertThat(cache.statistics().modules()).isEqualTo(2);
    }

    @Test
    void whatSeveralAskForIsCompiledOnce() throws InterruptedException {
        int threads = 8;
        ModuleCache cache = new ModuleCache(10, 1000, null);
        AtomicInteger compilations = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        CountDownLatch haveAsked = new CountDownLatch(threads);
        CountDownLatch answered = new CountDownLatch(threads);
        Set<CachedCode> codes = ConcurrentHashMap.newKeySet();
        Executor executor = CompilerThreads.newExecutor(2);
        Supplier<CachedCode> compiler = () -> {
            awaitAll(haveAsked);
            compilations.incrementAndGet();
            return code(10, closed::incrementAndGet);
        };
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        cache.request("a", compiler, executor, code -> {
                            codes.add(code);
                            code.release();
                            answered.countDown();
                        });
                        haveAsked.countDown();
                    })
                    .start();
        }
        awaitAll(answered);
        assertThat(compilations).hasValue(1);
        assertThat(codes).hasSize(1);
        assertThat(closed).hasValue(0);
        cache.clear();
        assertThat(closed).hasValue(1);
        assertThat(cache.statistics().misses()).isEqualTo(1);
        assertThat(cache.statistics().hits()).isEqualTo(threads - 1);
    }

    @Test
    void severalAreCompiledAtOnce() {
        ModuleCache cache = new ModuleCache(10, 1000, null);
        CountDownLatch bothCompile = new CountDownLatch(2);
        CountDownLatch answered = new CountDownLatch(2);
        Executor executor = CompilerThreads.newExecutor(2);
        for (String key : List.of("a", "b")) {
            cache.request(
                    key,
                    () -> {
                        bothCompile.countDown();
                        awaitAll(bothCompile);
                        return code(1);
                    },
                    executor,
                    code -> answered.countDown());
        }
        awaitAll(answered);
        assertThat(cache.statistics().modules()).isEqualTo(2);
    }

    @Test
    void afterAFailureOthersMayTry() {
        ModuleCache cache = new ModuleCache(10, 1000, null);
        assertThatThrownBy(() -> cache.request(
                        "a",
                        () -> {
                            throw new IllegalStateException("a compiler that fails");
                        },
                        Runnable::run,
                        code -> assertThat(code).isNull()))
                .isInstanceOf(IllegalStateException.class);
        put(cache, "a", code(1));
        assertThat(has(cache, "a")).isTrue();
        assertThat(cache.statistics().failures()).isEqualTo(1);
    }

    @Test
    void whatCannotBeCompiledIsTriedOnce() {
        ModuleCache cache = new ModuleCache(2, 1000, null);
        assertThat(has(cache, "a")).isFalse();
        AtomicInteger answers = new AtomicInteger();
        cache.request("a", () -> code(1), Runnable::run, code -> answers.addAndGet(code == null ? 1 : 100));
        assertThat(answers).hasValue(1);
        assertThat(cache.statistics().failures()).isEqualTo(2);
        has(cache, "b");
        has(cache, "c");
        put(cache, "a", code(1));
        assertThat(cache.statistics().modules()).isEqualTo(1);
        cache.clear();
        put(cache, "c", code(1));
        assertThat(cache.statistics().modules()).isEqualTo(1);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void guestsOfTheSameProgramShareTheirCode() {
        String program = """
                local s = 0
                for i = 1, 20000 do s = s + i %% %d end
                if s ~= %d then error("wrong: " .. s) end
                """;
        String seven = program.formatted(7, sum(7));
        ModuleCache.shared().clear();
        Statistics none = ModuleCache.shared().statistics();
        PausedGuest.run(seven, EAGER);
        Statistics first = ModuleCache.shared().statistics();
        assertThat(first.misses()).isGreaterThan(none.misses());
        assertThat(first.hits()).isEqualTo(none.hits());
        PausedGuest.run(seven, EAGER);
        Statistics second = ModuleCache.shared().statistics();
        assertThat(second.misses()).isEqualTo(first.misses());
        assertThat(second.hits() - first.hits()).isEqualTo(first.misses() - none.misses());
        assertThat(second.bytes()).isEqualTo(first.bytes());
        PausedGuest.run(program.formatted(11, sum(11)), EAGER);
        Statistics third = ModuleCache.shared().statistics();
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
