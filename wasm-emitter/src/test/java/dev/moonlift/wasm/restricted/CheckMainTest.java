package dev.moonlift.wasm.restricted;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckMainTest {
    @TempDir
    Path classes;

    @Test
    void passesAnAcceptedPackage() throws IOException {
        write("package k; final class K {}");
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void failsWithEveryViolationInTheMessage() throws IOException {
        write("package k; class K { static int count; }");
        assertThatThrownBy(this::check).hasMessage("""
                2 violations of restricted Java
                k.K(K.java): class is not final
                k.K.count(K.java): static field that is not final
                """);
    }

    @Test
    void failsWhereThePackageIsMissing() {
        assertThatThrownBy(this::check).isInstanceOf(NoSuchFileException.class);
    }

    private void check() throws IOException {
        CheckMain.main(new String[] {classes.toString(), "k", Checking.MEMORY, Checking.SIGNAL});
    }

    private void write(String source) throws IOException {
        for (Map.Entry<String, byte[]> classFile :
                Checking.compile(Map.of("k.K", source)).entrySet()) {
            Path file = classes.resolve(classFile.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, classFile.getValue());
        }
    }
}
