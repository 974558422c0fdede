package dev.moonlift.runtime.cli;

import dev.moonlift.frontend.bytecode.ByteString;
import dev.moonlift.frontend.bytecode.Disassembler;
import dev.moonlift.frontend.lua.LuaCompiler;
import dev.moonlift.frontend.lua.LuaSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code moonlift dump bytecode}: lists the bytecode of a program. */
@Command(name = "bytecode", description = "Lists the bytecode of a Lua program.", mixinStandardHelpOptions = true)
final class DumpBytecodeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "the program, or - for standard input")
    private String file;

    DumpBytecodeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            boolean isStandardInput = file.equals("-");
            byte[] text = isStandardInput ? terminal.input().readAllBytes() : Files.readAllBytes(Path.of(file));
            ByteString name = ByteString.utf8(isStandardInput ? "=stdin" : "@" + file);
            terminal.print(Disassembler.print(LuaCompiler.compile(LuaCompiler.skipShebang(text), name)));
            return 0;
        } catch (IOException | InvalidPathException e) {
            terminal.complain("moonlift: cannot open " + file);
        } catch (LuaSyntaxException e) {
            terminal.complain("moonlift: " + e.getMessage());
        }
        return MoonliftCommand.FAILURE;
    }
}
