package dev.moonlift.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleFolderTest {
    @TempDir
    private Path temporary;

    private Path root;
    private ModuleFolder folder;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectories(temporary.resolve("granted"));
        Files.createDirectories(root.resolve("sub"));
        Files.writeString(root.resolve("sub/a.lua"), "return 1");
        Files.writeString(temporary.resolve("secret.lua"), "return 2");
        folder = ModuleFolder.of(root);
    }

    private String read(String name) throws IOException {
        ModuleFolder.Found found = folder.read(name, 1000);
        return found == null ? null : new String(found.bytes());
    }

    @Test
    void readsFilesWithin() throws IOException {
        assertThat(read("sub/a.lua")).isEqualTo("return 1");
        assertThat(read("sub/../sub/a.lua")).isEqualTo("return 1");
        assertThat(read("sub/b.lua")).isNull();
    }

    @Test
    void leadsNowhereElse() throws IOException {
        assertThat(read("../secret.lua")).isNull();
        assertThat(read("sub/../../secret.lua")).isNull();
        assertThat(read(temporary.resolve("secret.lua").toString())).isNull();
        assertThat(read(root.resolve("sub/a.lua").toString())).isNull();
        assertThat(read("a\0b")).isNull();
        assertThat(read("sub")).isNull();
        assertThat(read("")).isNull();
    }

    @Test
    void followsLinksOnlyWithin() throws IOException {
        Files.createSymbolicLink(root.resolve("inside.lua"), root.resolve("sub/a.lua"));
        Files.createSymbolicLink(root.resolve("outside.lua"), temporary.resolve("secret.lua"));
        Files.createSymbolicLink(root.resolve("up"), temporary);
        assertThat(read("inside.lua")).isEqualTo("return 1");
        assertThat(read("outside.lua")).isNull();
        assertThat(read("up/secret.lua")).isNull();
    }

    @Test
    void refusesLargeFiles() {
        assertThatThrownBy(() -> folder.read("sub/a.lua", 7)).isInstanceOf(IOException.class);
    }

    @Test
    void mustBeAFolder() {
        assertThatThrownBy(() -> ModuleFolder.of(root.resolve("none"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModuleFolder.of(root.resolve("sub/a.lua")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
