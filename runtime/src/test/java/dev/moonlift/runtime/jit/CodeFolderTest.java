package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.moonlift.runtime.host.KernelPlacement;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiled code in files. */
@Timeout(60)
class CodeFolderTest {
    private static final String VERSION = "0123456789abcdef-a";

    @TempDir
    private Path parent;

    private Path path;
    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());
    private final Logger logger = Logger.getLogger(Jit.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            warnings.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        path = parent.resolve("code");
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private static StoredCode code(String key, int bytes) {
        byte[] wasm = new byte[bytes];
        new Random(bytes).nextBytes(wasm);
        Signature signature = new Signature(List.of(Kind.INTEGER, Kind.ANY), null, Signature.Results.ONE, false);
        List<CodeImage.Function> functions = List.of(
                new CodeImage.Function("a.lua:1", 5, signature, List.of(3, 7)),
                new CodeImage.Function("a.lua:2", 9, null, List.of()));
        Instant at = Instant.ofEpochMilli(1_234_567);
        return new StoredCode(
                new CompilationRecord(key, "chicory", 2, at, Duration.ofNanos(99)),
                new CodeImage(functions, 8, 12, wasm));
    }

    private static void assertSame(StoredCode found, StoredCode code) {
        assertThat(found.record()).isEqualTo(code.record());
        assertThat(found.image().functions()).isEqualTo(code.image().functions());
        assertThat(found.image().slots()).isEqualTo(code.image().slots());
        assertThat(found.image().instructions()).isEqualTo(code.image().instructions());
        assertThat(found.image().wasm()).isEqualTo(code.image().wasm());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> list = Files.list(path)) {
            return list.toList();
        }
    }

    private CodeFolder open(long bytes) {
        return CodeFolder.open(path, bytes, VERSION);
    }

    @Test
    void givesBackWhatItWasGiven() {
        CodeFolder folder = open(1 << 20);
        assertThat(folder.find("a")).isEmpty();
        folder.put(code("a", 100));
        folder.put(code("b", 200));
        assertSame(folder.find("a").orElseThrow(), code("a", 100));
        assertSame(open(1).find("b").orElseThrow(), code("b", 200));
        folder.put(code("a", 300));
        assertSame(folder.find("a").orElseThrow(), code("a", 300));
        assertThat(warnings).isEmpty();
    }

    @Test
    void takesNothingThatIsDamaged() throws IOException {
        CodeFolder folder = open(1 << 20);
        folder.put(code("a", 40));
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 4;
            Files.write(file, damaged);
            assertThat(folder.find("a")).isEmpty();
            Files.write(file, java.util.Arrays.copyOf(bytes, i));
            assertThat(folder.find("a")).isEmpty();
        }
        assertThat(warnings).singleElement().asString().contains("is not used");
        folder.put(code("a", 40));
        assertThat(folder.find("a")).isPresent();
    }

    @Test
    void takesNothingThatIsForSomethingElse() throws IOException {
        CodeFolder folder = open(1 << 20);
        folder.put(code("a", 40));
        Path file = files().get(0);
        Files.copy(file, path.resolve(file.getFileName().toString().replace("-a.", "-b.")));
        assertThat(folder.find("b")).isEmpty();
        CodeFolder almostTheSame = CodeFolder.open(path, 1 << 20, "0123456789abcdef-b");
        assertThat(almostTheSame.find("a")).isEmpty();
        assertThat(CodeFolder.open(path, 1 << 20, "123456789abcdef0").find("a")).isEmpty();
    }

    @Test
    void theOldestGo() throws IOException {
        CodeFolder folder = open(30_000);
        for (int n = 0; n < 3; n++) {
            folder.put(code("key" + n, 9_000));
            for (Path file : files()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(10L * (5 - n))));
            }
        }
        assertThat(folder.find("key0")).isPresent();
        folder.put(code("key3", 9_000));
        assertThat(folder.find("key0")).isPresent();
        assertThat(folder.find("key3")).isPresent();
        assertThat(files()).hasSize(3);
        folder.put(code("large", 50_000));
        assertThat(files()).hasSize(1);
        assertThat(folder.find("large")).isPresent();
        assertThat(warnings).isEmpty();
    }

    @Test
    void leavesFilesOfOthersAlone() throws IOException {
        CodeFolder folder = open(1);
        Path other = Files.writeString(path.resolve("notes.txt"), "not ours");
        Path abandoned = Files.writeString(path.resolve("unfinished-1.mlcode"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(7200)));
        Path young = Files.writeString(path.resolve("unfinished-2.mlcode"), "half");
        folder.put(code("a", 100));
        assertThat(other).exists();
        assertThat(young).exists();
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void isOnlyUsedIfNobodyElseCanWriteToIt() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Files.createDirectory(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> open(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no other can write");
        Path file = Files.writeString(parent.resolve("file"), "");
        assertThatThrownBy(() -> CodeFolder.open(file, 1, VERSION)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalMayUseItAtOnce() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < 4; t++) {
            CodeFolder folder = open(40_000);
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    StoredCode code = code("key" + i % 7, 5_000 + i % 7);
                    folder.put(code);
                    folder.find("key" + (i + 3) % 7).ifPresent(found -> {
                        int length = found.image().wasm().length;
                        assertSame(found, code(found.record().key(), length));
                    });
                }
            });
            thread.setUncaughtExceptionHandler((who, failure) -> failures.add(failure));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void theNextProcessDoesNotCompile() throws IOException {
        String program = "local s = 0 for i = 1, 20000 do s = s + i % 9 end assert(s == 79995)";
        List<ModuleCache.Statistics> runs = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            if (run == 2) {
                for (Path file : files()) {
                    Files.write(file, new byte[100]);
                }
            }
            ModuleCache cache = new ModuleCache(10, 1 << 20, CodeFolder.open(path, 1 << 20));
            PausedGuest.run(
                    program,
                    new KernelPlacement(null, false, KernelPlacement.Start.AT_ONCE, JitOptions.eager(1000), cache));
            runs.add(cache.statistics());
        }
        assertThat(runs.get(0).compilations()).isPositive();
        assertThat(runs.get(0).loaded()).isZero();
        assertThat(runs.get(1).compilations()).isZero();
        assertThat(runs.get(1).loaded()).isEqualTo(runs.get(0).compilations());
        assertThat(runs.get(1).bytes()).isEqualTo(runs.get(0).bytes());
        assertThat(runs.get(2).compilations()).isEqualTo(runs.get(0).compilations());
        assertThat(warnings).hasSize(1);
    }
}
