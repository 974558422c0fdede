package dev.moonlift.conformance.fuzz;

import dev.moonlift.conformance.run.Difference;
import dev.moonlift.conformance.run.Outcome;
import dev.moonlift.conformance.run.Outcome.End;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The command {@code lua5.4}, where it is installed: one process runs program after program, each with globals of its
 * own.
 */
final class ReferenceLua implements AutoCloseable {
    static final String COMMAND = "lua5.4";

    /** What programs are called in messages. */
    static final String CHUNK = "fuzz.lua";

    /** Lua 5.4.4 gives the line of an instruction before. */
    private static final Pattern WRONG_LINE =
            Pattern.compile("fuzz\\.lua:\\d+:(?= attempt to (divide by zero|perform 'n%))");

    private static final int TIMEOUT_SECONDS = 30;

    /** Reads a length and a program, writes the lengths of its output and its error, and both; and again. */
    private static final String DRIVER = """
            local function message(e)
              if type(e) == "string" or type(e) == "number" then return tostring(e) end
              local mt = getmetatable(e)
              if type(mt) == "table" and mt.__tostring then return tostring(e) end
              return "(error object is a " .. type(e) .. " value)"
            end
            local function run(text)
              local lines, env = {}, {}
              for k, v in pairs(_G) do env[k] = v end
              env._G = env
              env.print = function(...)
                local line = table.pack(...)
                for i = 1, line.n do line[i] = tostring(line[i]) end
                lines[#lines + 1] = table.concat(line, "\\t") .. "\\n"
              end
              local chunk, problem = load(text, "@fuzz.lua", "t", env)
              local ok = chunk ~= nil
              if ok then ok, problem = xpcall(chunk, message) end
              return table.concat(lines), ok and "" or "error: " .. problem
            end
            while true do
              local length = io.read("n")
              if not length then break end
              io.read(1)
              local output, problem = run(io.read(length))
              io.write((">I4I4"):pack(#output, #problem), output, problem)
              io.flush()
            end
            """;

    /** After so many programs a new process begins: Lua 5.4.4 crashes now and then when it has run a thousand. */
    private static final int PROGRAMS = 100;

    private int programs = 1;
    private Process process;
    private OutputStream in;
    private DataInputStream out;

    private ReferenceLua() throws IOException {
        start();
    }

    /** A process, if the command is installed. */
    static Optional<ReferenceLua> installed() {
        try {
            return Optional.of(new ReferenceLua());
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private void start() throws IOException {
        process = new ProcessBuilder(COMMAND, "-e", DRIVER)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        in = new BufferedOutputStream(process.getOutputStream());
        out = new DataInputStream(process.getInputStream());
    }

    /**
     * How the output and the error of a program differ from an outcome elsewhere; nothing if they do not, or if the
     * program is the end of Lua 5.4 itself.
     */
    Optional<String> differenceFrom(String program, Outcome elsewhere) {
        if (programs++ % PROGRAMS == 0) {
            restart();
        }
        Optional<Answer> answer = answer(program).or(() -> inNewProcess(program));
        return answer.flatMap(given -> given.differenceFrom(elsewhere));
    }

    private Optional<Answer> inNewProcess(String program) {
        restart();
        return answer(program);
    }

    /** Nothing if the process died. */
    private Optional<Answer> answer(String program) {
        try {
            return Optional.of(
                    CompletableFuture.supplyAsync(() -> ask(program)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException died) {
            return Optional.empty();
        } catch (TimeoutException e) {
            restart();
            return Optional.of(new Answer(new byte[0], "no answer in time"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Answer(byte[] output, String error) {
        Optional<String> differenceFrom(Outcome elsewhere) {
            String here = withoutWrongLines(error);
            String there = withoutWrongLines(elsewhere.end() == End.FINISHED ? "" : elsewhere.summary());
            return here.equals(there)
                    ? Difference.between(withoutWrongLines(elsewhere.output()), withoutWrongLines(output))
                            .map(text -> "output " + text)
                    : Optional.of("ends with <" + here + ">, elsewhere <" + there + ">");
        }
    }

    private static byte[] withoutWrongLines(byte[] output) {
        String text = new String(output, StandardCharsets.ISO_8859_1);
        return withoutWrongLines(text).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String withoutWrongLines(String text) {
        return WRONG_LINE.matcher(text).replaceAll(CHUNK + ":");
    }

    private Answer ask(String program) {
        // Never empty: lua5.4 would wait for more.
        byte[] text = (program + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            in.write((text.length + "\n").getBytes(StandardCharsets.US_ASCII));
            in.write(text);
            in.flush();
            int outputLength = out.readInt();
            int errorLength = out.readInt();
            return new Answer(read(outputLength), new String(read(errorLength), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(int length) throws IOException {
        byte[] bytes = out.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private void restart() {
        close();
        try {
            start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
