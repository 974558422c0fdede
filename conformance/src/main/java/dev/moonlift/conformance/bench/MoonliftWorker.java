package dev.moonlift.conformance.bench;

import dev.moonlift.LuaFunction;
import dev.moonlift.Sandbox;
import dev.moonlift.Source;
import dev.moonlift.conformance.bench.Contestant.Lap;
import dev.moonlift.conformance.run.Platform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A process that runs one program on one platform: once for each line that it reads, which it answers with a line of
 * the time in nanoseconds, or {@value #FAILURE}, and what was printed, or the reason, in base64.
 */
final class MoonliftWorker {
    static final String FAILURE = "failure";

    private static final long MEMORY = 512L << 20;

    private MoonliftWorker() {}

    /** Arguments are the platform's label, the program's name and its file. */
    public static void main(String[] arguments) throws IOException {
        Platform platform = Platform.labelled(arguments[0]).orElseThrow();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Sandbox sandbox =
                platform.place(Sandbox.builder()).memory(MEMORY).output(output).build()) {
            byte[] text = Files.readAllBytes(Path.of(arguments[2]));
            LuaFunction chunk = sandbox.load(Source.of(arguments[1] + ".lua", text));
            while (System.in.read() >= 0) {
                System.out.println(lap(chunk, output));
                System.out.flush();
            }
        }
    }

    private static String lap(LuaFunction chunk, ByteArrayOutputStream output) {
        try {
            Lap lap = CpuClock.time(chunk::call, output);
            return lap.nanos() + " " + encode(lap.output());
        } catch (RuntimeException e) {
            return FAILURE + " " + encode(e.toString());
        }
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
