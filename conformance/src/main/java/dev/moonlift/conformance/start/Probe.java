package dev.moonlift.conformance.start;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A process that measures something, and what it tells: lines of a name, a tab and nanoseconds on standard error. */
final class Probe {
    private Probe() {}

    /** The command that starts a JVM like this one. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What a probe says of itself. */
    static void tell(String name, long nanos) {
        System.err.println(name + "\t" + nanos);
    }

    /**
     * Runs a probe; what it told, by name.
     *
     * @param extraPath put before the class path; empty for none
     * @param options of the JVM
     * @param main the class of its main method
     * @throws IOException if it fails
     */
    static Map<String, Long> run(String extraPath, List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String path = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("-cp", extraPath.isEmpty() ? path : extraPath + File.pathSeparator + path));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return parse(run(command));
    }

    /**
     * Runs a process; what it wrote to standard error.
     *
     * @throws IOException if it does not end with exit code 0
     */
    static String run(List<String> command) throws IOException, InterruptedException {
        Path told = Files.createTempFile("probe", ".txt");
        try {
            int code = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(told.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(told, StandardCharsets.UTF_8);
            if (code != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + code + ": " + text.strip());
            }
            return text;
        } finally {
            Files.delete(told);
        }
    }

    /** Other lines, of a logger for example, are passed over. */
    private static Map<String, Long> parse(String text) {
        Map<String, Long> told = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.split("\t"))
                .filter(words -> words.length == 2)
                .forEach(words -> told.put(words[0], Long.parseLong(words[1])));
        return told;
    }
}
