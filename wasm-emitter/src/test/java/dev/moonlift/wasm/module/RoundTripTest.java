package dev.moonlift.wasm.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.dylibso.chicory.wasm.Parser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one part of the package makes, the others and other tools understand the same way. */
class RoundTripTest {
    private static final int SEEDS = 300;
    private static final int WABT_SEEDS = 40;

    @Test
    void readsWhatIsWritten() {
        for (int seed = 0; seed < SEEDS; seed++) {
            WasmModule module = RandomModules.module(seed);
            byte[] bytes = ModuleWriter.write(module);
            WasmModule read = ModuleReader.read(bytes);
            assertThat(read).as("seed %d", seed).isEqualTo(module);
            assertThat(ModuleWriter.write(read)).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @Test
    void readsASample() {
        WasmModule module = Samples.everything();
        assertThat(ModuleReader.read(ModuleWriter.write(module))).isEqualTo(module);
    }

    @Test
    void agreesWithAnotherValidatorThatModulesAreValid() {
        for (int seed = 0; seed < SEEDS; seed++) {
            WasmModule module = RandomModules.module(seed);
            assertThatCode(() -> ModuleValidator.validate(module))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
            assertThat(Parser.parse(ModuleWriter.write(module)).codeSection().functionBodyCount())
                    .as("seed %d", seed)
                    .isEqualTo(module.functions().size());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, WABT_SEEDS})
    void printsTheSameModuleForOtherTools(int firstSeed, @TempDir Path folder) throws Exception {
        for (int seed = firstSeed; seed < firstSeed + WABT_SEEDS; seed++) {
            WasmModule module = RandomModules.module(seed);
            String text = WatPrinter.print(module);
            assertThat(text.lines().filter(line -> line.startsWith("  (func "))).hasSameSizeAs(module.functions());
            if (Tool.isInstalled("wat2wasm")) {
                assertThat(assemble(text, folder)).as("seed %d", seed).isEqualTo(withoutCustom(module));
            }
        }
    }

    @Test
    void readsWhatOtherToolsMake(@TempDir Path folder) throws Exception {
        WasmModule module = Samples.everything();
        Path binary = Files.write(folder.resolve("m.wasm"), ModuleWriter.write(module));
        assertThat(binary).isNotEmptyFile();
        if (Tool.isInstalled("wat2wasm") && Tool.isInstalled("wasm-validate")) {
            assertThat(Tool.complaint("wasm-validate", binary.toString())).isEmpty();
            Path text = Files.writeString(folder.resolve("m.wat"), WatPrinter.print(module));
            assertThat(Tool.complaint("wat2wasm", "--debug-names", text.toString(), "-o", binary.toString()))
                    .isEmpty();
            Names names = ModuleReader.read(Files.readAllBytes(binary)).names();
            assertThat(names.module()).isEqualTo("everything");
            assertThat(names.functions()).containsEntry(2, "swap_two");
            assertThat(names.locals().get(1)).containsEntry(2, "x");
        }
    }

    private static WasmModule assemble(String text, Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("m.wat"), text);
        Path binary = folder.resolve("m.wasm");
        assertThat(Tool.complaint("wat2wasm", source.toString(), "-o", binary.toString()))
                .isEmpty();
        return ModuleReader.read(Files.readAllBytes(binary));
    }

    /** What the text format can say of a module. */
    private static WasmModule withoutCustom(WasmModule module) {
        List<DefinedFunction> functions = module.functions().stream()
                .map(function -> new DefinedFunction(function.type(), withoutOrigins(function.body())))
                .toList();
        return new WasmModule(
                module.types(),
                module.imports(),
                functions,
                module.tables(),
                module.memories(),
                module.globals(),
                module.exports(),
                module.start(),
                module.elements(),
                module.data(),
                Names.NONE,
                List.of());
    }

    private static Body withoutOrigins(Body body) {
        return new Body(
                body.locals(),
                body.code().stream().map(insn -> insn.from(Insn.NO_ORIGIN)).toList());
    }
}
