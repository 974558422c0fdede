package dev.moonlift.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir
    private Path folder;

    /** What a command line did. */
    private record Outcome(int code, String output, String error) {}

    private static Outcome moonlift(String input, String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output, error);
        int code = MoonliftCommand.run(terminal, arguments);
        String errorText = error.toString(StandardCharsets.UTF_8);
        assertThat(errorText).doesNotContain("Exception", "\tat ");
        return new Outcome(code, output.toString(StandardCharsets.UTF_8), errorText);
    }

    private static Outcome run(String program, String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "run";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[arguments.length - 1] = "-";
        return moonlift(program, arguments);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void runsAFileWithItsArguments() throws IOException {
        Path file = write("hello.lua", "#!/usr/bin/env moonlift\nprint('hello', #arg, arg[1], ...)\nprint(arg[0])");
        Outcome outcome = moonlift("", "run", file.toString(), "one", "--two");
        assertThat(outcome).isEqualTo(new Outcome(0, "hello\t2\tone\tone\t--two\n" + file + "\n", ""));
    }

    @Test
    void runsStandardInput() {
        assertThat(run("print(1 + 1)")).isEqualTo(new Outcome(0, "2\n", ""));
    }

    @Test
    void reportsErrorsLikeLua() throws IOException {
        Path file = write("bad.lua", "local function f()\n  error('oops')\nend\nf()");
        Outcome outcome = moonlift("", "run", file.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error())
                .startsWith("moonlift: " + file + ":2: oops\nstack traceback:\n\t[C]: in function 'error'\n\t")
                .contains("in main chunk");
    }

    @Test
    void reportsErrorObjects() {
        assertThat(run("error({})").error()).isEqualTo("moonlift: (error object is a table value)\n");
        assertThat(run("error()").error()).startsWith("moonlift: (error object is a nil value)\n");
        assertThat(run("error(setmetatable({}, {__tostring = function() return 'told' end}))")
                        .error())
                .isEqualTo("moonlift: told\n");
        Outcome endless =
                run("error(setmetatable({}, {__tostring = function() while true do end end}))", "--fuel", "9999");
        assertThat(endless.code()).isEqualTo(1);
        assertThat(endless.error()).startsWith("moonlift: fuel limit of 9999 units reached");
    }

    @Test
    void reportsSyntaxErrors() {
        Outcome outcome = run("x =");
        assertThat(outcome).isEqualTo(new Outcome(1, "", "moonlift: stdin:1: unexpected symbol near <eof>\n"));
    }

    @Test
    void reportsLimits() {
        Outcome fuel = run("while true do end", "--fuel", "1000");
        assertThat(fuel.code()).isEqualTo(1);
        assertThat(fuel.error())
                .startsWith("moonlift: fuel limit of 1000 units reached at stdin:1\nstack traceback:\n");
        Outcome time = run("while true do end", "--timeout", "50ms");
        assertThat(time.code()).isEqualTo(1);
        assertThat(time.error()).startsWith("moonlift: time limit of 50 ms reached at stdin:1\n");
        Outcome memory = run("local t = {} while true do t[#t+1] = {} end", "--memory", "1M");
        assertThat(memory.code()).isEqualTo(1);
        assertThat(memory.error()).startsWith("moonlift: memory limit of 1048576 bytes reached");
    }

    @Test
    void exitsAsTheProgramSays() {
        assertThat(run("print('x') os.exit(7)")).isEqualTo(new Outcome(7, "x\n", ""));
        assertThat(run("os.exit(true)").code()).isZero();
        assertThat(run("os.exit(false)").code()).isEqualTo(1);
    }

    @Test
    void grantsWhatIsAllowed() throws IOException {
        assertThat(run("print(io, os.getenv, debug.getinfo, require)").output()).isEqualTo("nil\tnil\tnil\tnil\n");
        String kinds = "print(type(io), type(os.getenv), type(debug.getinfo), type(require))";
        assertThat(run(kinds, "--allow", "all").output()).isEqualTo("table\tfunction\tfunction\tfunction\n");
        assertThat(run(kinds, "--allow", "io,debug").output()).isEqualTo("table\tnil\tfunction\tnil\n");
        write("part.lua", "return {name = ...}");
        Path file = write("whole.lua", "print(require('part').name)");
        assertThat(moonlift("", "run", "--allow=require", file.toString()).output())
                .isEqualTo("part\n");
    }

    @Test
    void printsStatistics() throws IOException {
        Outcome json = run("for i = 1, 1000 do end", "--stats", "json", "--memory", "2M");
        JsonNode statistics = new ObjectMapper().readTree(json.error());
        assertThat(statistics.get("engine").asText()).isEqualTo("chicory");
        assertThat(statistics.get("engineReason").asText()).isNotEmpty();
        assertThat(statistics.get("fuelUsed").asLong()).isBetween(1000L, 1100L);
        assertThat(statistics.get("memoryLimit").asLong()).isEqualTo(2 << 20);
        assertThat(statistics.get("memoryPeak").asLong()).isPositive();
        assertThat(statistics.get("collections").isIntegralNumber()).isTrue();
        assertThat(statistics.get("seconds").isNumber()).isTrue();
        Outcome text = run("error('x')", "--stats", "text");
        assertThat(text.code()).isEqualTo(1);
        assertThat(text.error()).contains("\nengine ", "\nfuel ", "\nmemory ", "\ncollections ", "\ntime ");
    }

    @Test
    void runsOnTheEngineThatIsAskedFor() {
        assertThat(run("print(1)", "--engine", "chicory", "--stats", "text"))
                .satisfies(outcome -> assertThat(outcome.output()).isEqualTo("1\n"))
                .satisfies(outcome -> assertThat(outcome.error()).startsWith("engine       chicory: asked for: "));
        assertThat(run("print(1)", "--engine", "auto")).isEqualTo(new Outcome(0, "1\n", ""));
    }

    @Test
    void keepsCompiledCodeInAFolder() throws IOException {
        Path code = folder.resolve("code");
        String work = "local s = 0 for i = 1, 40000000 do s = s + i % 7 end print(s)";
        for (int i = 0; i < 2; i++) {
            Outcome outcome = run(work, "--engine", "chicory", "--opt", "2", "--code-cache", code.toString());
            assertThat(outcome).isEqualTo(new Outcome(0, "120000000\n", ""));
        }
        assertThat(code).isDirectoryContaining("glob:**.mlcode");
        Outcome wrong = run(work, "--code-cache", write("file", "").toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.error()).contains("cannot be used for code");
    }

    @Test
    void compilesToBundlesAndRunsThem() throws IOException {
        String bundle = folder.resolve("app.mlb").toString();
        String text = "local s = 0 for i = 1, 30000 do s = s + i % 7 end print(s, ...) ";
        Path file = write("app.lua", text);
        Outcome compiled = moonlift("", "compile", "--memory", "3M", file.toString(), "-o", bundle, "--", "x");
        assertThat(compiled).isEqualTo(new Outcome(0, "", bundle + ": 1 module of compiled code\n"));
        assertThat(moonlift("", "run", bundle, "a", "-b")).isEqualTo(new Outcome(0, "90000\ta\t-b\n", ""));
        assertThat(moonlift("", "run", "--opt", "0", bundle).output()).isEqualTo("90000\n");
        assertThat(moonlift("", "compile", "--trace", "jit", file.toString(), "-o", bundle)
                        .error())
                .contains("jit: installed main chunk (" + file + ")");
        Path endless = write("endless.lua", text + "while true do s = s + 1 end");
        assertThat(moonlift("", "compile", "--fuel", "100000", endless.toString(), "-o", bundle)
                        .code())
                .isZero();
    }

    @Test
    void writesNoBundleOfAProgramThatFails() throws IOException {
        String bundle = folder.resolve("app.mlb").toString();
        for (String text : new String[] {"error('oops')", "x =", "os.exit(3)"}) {
            String file = write("bad.lua", text).toString();
            Outcome outcome = moonlift("", "compile", file, "-o", bundle);
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(Path.of(bundle)).doesNotExist();
        }
        String file = write("good.lua", "return 1").toString();
        assertThat(moonlift("", "compile", file).code()).isEqualTo(2);
        String nowhere = folder.resolve("none").resolve("app.mlb").toString();
        assertThat(moonlift("", "compile", file, "-o", nowhere))
                .isEqualTo(new Outcome(1, "", "moonlift: cannot write " + nowhere + "\n"));
    }

    @Test
    void refusesDamagedBundles() throws IOException {
        Path bundle = folder.resolve("app.mlb");
        moonlift("", "compile", write("a.lua", "return 1").toString(), "-o", bundle.toString());
        byte[] bytes = Files.readAllBytes(bundle);
        Files.write(bundle, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        Outcome outcome = moonlift("", "run", bundle.toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).startsWith("moonlift: " + bundle + " cannot be used as a bundle: it is damaged");
    }

    @Test
    void tellsWhatIsCompiled() throws IOException {
        String loop = "local s = 0 for i = 1, 300000 do s = s + i % 7 end print(s)";
        String[] eager = {"--engine", "chicory", "--opt", "3", "--jit-samples", "1", "--jit-slice", "500", "--jit-wait"
        };
        Outcome traced = run(loop, with(eager, "--jit-strict", "--trace", "jit"));
        assertThat(traced.output()).isEqualTo("899998\n");
        assertThat(traced.error())
                .startsWith("jit: compiled main chunk (stdin): seen running once; level 3, ")
                .contains("\njit: installed main chunk (stdin)\n");
        Outcome text = run(loop, with(eager, "--stats", "text"));
        assertThat(text.error())
                .contains("\ncompiler     chicory, level 3: 1 functions compiled, 1 have code now\n", "\nexits ");
        Outcome json = run(loop, with(eager, "--stats", "json"));
        JsonNode compilation = new ObjectMapper().readTree(json.error()).get("compilation");
        assertThat(compilation.get("functions").asInt()).isEqualTo(1);
        assertThat(compilation.get("compiler").asText()).isEqualTo("chicory");
        assertThat(compilation.get("exitsByCause").get("KIND").asInt()).isZero();
        assertThat(compilation.get("exits").isArray()).isTrue();
    }

    @Test
    void showsWhatIsCompiled() throws IOException {
        String loop = "local s = 0 for i = 1, 300000 do s = s + i % 9 end print(s)";
        String[] eager = {"--engine", "chicory", "--opt", "1", "--jit-samples", "1", "--jit-slice", "500", "--jit-wait"
        };
        Outcome shown = run(loop, with(eager, "--dump", "bytecode,wasm:main", "--dump-to", folder.toString()));
        assertThat(shown.error())
                .startsWith("bytecode of main chunk (stdin)\nfunction main chunk (stdin)\n")
                .contains("FORLOOP");
        assertThat(folder).isDirectoryContaining(file -> {
            String name = file.getFileName().toString();
            return name.matches("main_\\d+\\.wasm") && file.toFile().length() > 0;
        });
    }

    @Test
    void explainsWrongUseOfTheCompilersOptions() {
        assertThat(run("", "--opt", "4")).satisfies(RunCommandTest::isWrongUsage);
        assertThat(run("", "--jit-samples", "0")).satisfies(RunCommandTest::isWrongUsage);
        assertThat(run("", "--trace", "gc")).satisfies(RunCommandTest::isWrongUsage);
        assertThat(run("", "--opt", "0", "--dump", "wat")).satisfies(RunCommandTest::isWrongUsage);
        assertThat(run("", "--dump", "asm")).satisfies(RunCommandTest::isWrongUsage);
        assertThat(run("", "--dump", "wasm")).satisfies(RunCommandTest::isWrongUsage);
        assertThat(run("", "--dump-to", "x")).satisfies(RunCommandTest::isWrongUsage);
    }

    private static void isWrongUsage(Outcome outcome) {
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.error()).contains("Usage: moonlift run");
    }

    private static String[] with(String[] options, String... more) {
        return Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void explainsWrongUsage() {
        assertThat(moonlift("").code()).isEqualTo(2);
        assertThat(moonlift("", "run").error()).contains("Missing required parameter");
        assertThat(moonlift("", "run", "--nope", "x").code()).isEqualTo(2);
        assertThat(moonlift("", "run", "--memory", "lots", "x").code()).isEqualTo(2);
        assertThat(moonlift("", "run", "--memory", "1", "x").code()).isEqualTo(2);
        assertThat(moonlift("", "run", "--fuel", "-1", "x").code()).isEqualTo(2);
        assertThat(moonlift("", "run", "--timeout", "soon", "x").code()).isEqualTo(2);
        assertThat(moonlift("", "run", "--engine", "v8", "x").code()).isEqualTo(2);
        assertThat(moonlift("", "run", "--allow", "files", "x").code()).isEqualTo(2);
        assertThat(moonlift("", "dump").code()).isEqualTo(2);
    }

    @Test
    void saysWhichFileItCannotOpen() {
        Outcome outcome = moonlift("", "run", folder.resolve("none.lua").toString());
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.error()).isEqualTo("moonlift: cannot open " + folder.resolve("none.lua") + "\n");
    }

    @Test
    void helps() {
        assertThat(moonlift("", "--help").output()).contains("run", "compile", "dump");
        assertThat(moonlift("", "run", "--help").output()).contains("--memory", "--fuel", "--timeout", "--allow");
        assertThat(moonlift("", "--version").output()).startsWith("moonlift ");
    }

    @Test
    void listsBytecode() throws IOException {
        Outcome outcome =
                moonlift("", "dump", "bytecode", write("a.lua", "return 1").toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).contains("RETURN");
        assertThat(moonlift("x =", "dump", "bytecode", "-").code()).isEqualTo(1);
    }

    @Test
    void flushesBeforeItReads() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        StringBuilder seen = new StringBuilder();
        InputStream input = new InputStream() {
            @Override
            public int read() {
                seen.append(output.toString(StandardCharsets.UTF_8));
                return -1;
            }
        };
        Path file = write("ask.lua", "io.write('name? ') io.read()");
        MoonliftCommand.run(new Terminal(input, output, output), "run", "--allow", "io", file.toString());
        assertThat(seen).hasToString("name? ");
    }
}
