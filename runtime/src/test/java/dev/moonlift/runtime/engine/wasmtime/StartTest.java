package dev.moonlift.runtime.engine.wasmtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How Wasmtime starts, and what it leaves behind, each time in a JVM of its own. */
@Timeout(120)
class StartTest {
    @TempDir
    private Path folder;

    private Path temporary;
    private Path cache;

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        cache = folder.resolve("cache");
    }

    private String start(String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-Djava.io.tmpdir=" + temporary));
        all.addAll(List.of(options));
        return ChildJvm.run(folder, StartProbe.class, all.toArray(String[]::new));
    }

    private String startWithCache() throws IOException, InterruptedException {
        return start("-Dmoonlift.cache=" + cache);
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private Path cachedLibrary() throws IOException {
        return list(cache).stream()
                .filter(file -> file.getFileName().toString().contains("wasmtime_jni"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leavesNothingBehindWithoutACache() throws IOException, InterruptedException {
        assertThat(start("-Dmoonlift.cache=none")).isEqualTo("ok");
        assertThat(list(temporary)).isEmpty();
    }

    @Test
    void unpacksTheLibraryOnce() throws IOException, InterruptedException {
        assertThat(startWithCache()).isEqualTo("ok");
        assertThat(list(temporary)).isEmpty();
        Path library = cachedLibrary();
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(library, longAgo);
        assertThat(startWithCache()).isEqualTo("ok");
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(longAgo);
        assertThat(list(cache))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(library.getFileName().toString(), "wasmtime", "wasmtime.toml");
    }

    @Test
    void keepsMachineCode() throws IOException, InterruptedException {
        startWithCache();
        try (Stream<Path> files = Files.walk(cache.resolve("wasmtime"))) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty();
        }
    }

    @Test
    void replacesADamagedLibrary() throws IOException, InterruptedException {
        startWithCache();
        Path library = cachedLibrary();
        byte[] bytes = Files.readAllBytes(library);
        bytes[bytes.length / 2]++;
        Files.write(library, bytes);
        assertThat(startWithCache()).isEqualTo("ok");
        bytes[bytes.length / 2]--;
        assertThat(library).hasBinaryContent(bytes);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void distrustsACacheThatOthersCanWrite() throws IOException, InterruptedException {
        Files.createDirectory(cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(startWithCache()).isEqualTo("ok");
        assertThat(list(cache)).isEmpty();
        assertThat(list(temporary)).isEmpty();
    }

    @Test
    void doesWithoutACacheThatCannotBe() throws IOException, InterruptedException {
        Files.writeString(cache, "not a folder");
        assertThat(startWithCache()).isEqualTo("ok");
        assertThat(list(temporary)).isEmpty();
    }

    @Test
    void saysThatALibraryIsBroken() throws IOException, InterruptedException {
        Path broken = Files.writeString(folder.resolve("broken.so"), "not a library");
        assertThat(start("-Dmoonlift.wasmtime.library=" + broken))
                .startsWith("its native library does not load: ")
                .contains("broken.so");
        assertThat(start("-Dmoonlift.wasmtime.library=" + folder.resolve("missing.so")))
                .contains("missing.so");
    }

    @Test
    void saysThatThePlatformIsNotKnown() throws IOException, InterruptedException {
        assertThat(start("-Dmoonlift.cache=none", "-Dos.arch=riscv64"))
                .startsWith("no native library for ")
                .endsWith(" on riscv64");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void saysThatNativeCodeIsForbidden() throws IOException, InterruptedException {
        assertThat(start("--illegal-native-access=deny", "-Dmoonlift.cache=none"))
                .startsWith("its native library does not load: ");
        assertThat(start("--illegal-native-access=deny", "--enable-native-access=ALL-UNNAMED", "-Dmoonlift.cache=none"))
                .isEqualTo("ok");
    }
}
