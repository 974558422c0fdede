package dev.moonlift.conformance.official;

import dev.moonlift.conformance.run.Resources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The lines of one test file that need what Moonlift does not offer, from {@code official/cuts.txt}. */
final class Cuts {
    private final String checksum;
    private final List<Cut> cuts = new ArrayList<>();

    private Cuts(String checksum) {
        this.checksum = checksum;
    }

    /**
     * Lines that are left out.
     *
     * @param first the first, from 1 on
     * @param last the last
     * @param reason what they need
     */
    private record Cut(int first, int last, String reason) {
        String lines() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }
    }

    /** The cuts of all files that have any, by name. */
    static Map<String, Cuts> all() {
        byte[] text = Resources.read(Resources.folder("official").resolve("cuts.txt"));
        Map<String, Cuts> all = new LinkedHashMap<>();
        Cuts current = null;
        for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
            String[] words = line.strip().split(" ", 2);
            if (line.startsWith(" ")) {
                current.add(words[0], words[1]);
            } else if (!line.startsWith("#")) {
                current = new Cuts(words[1]);
                all.put(words[0], current);
            }
        }
        return all;
    }

    /** Of a file of which nothing is left out. */
    static Cuts none() {
        return new Cuts("");
    }

    private void add(String lines, String reason) {
        String[] ends = lines.split("-");
        cuts.add(new Cut(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), reason));
    }

    /** Whether the line numbers were taken from this very text. */
    boolean fit(byte[] text) {
        CRC32 crc = new CRC32();
        crc.update(text);
        return cuts.isEmpty() || String.format("%08x", crc.getValue()).equals(checksum);
    }

    /** The text with empty lines in place of those that are left out. */
    byte[] apply(byte[] text) {
        String[] lines = new String(text, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (Cut cut : cuts) {
            for (int line = cut.first; line <= cut.last; line++) {
                lines[line - 1] = "";
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Which lines are left out for which reasons; empty if none. */
    String summary() {
        Map<String, String> byReason = cuts.stream()
                .collect(Collectors.groupingBy(
                        Cut::reason, LinkedHashMap::new, Collectors.mapping(Cut::lines, Collectors.joining(", "))));
        return byReason.entrySet().stream()
                .map(entry -> "without lines " + entry.getValue() + ": " + entry.getKey())
                .collect(Collectors.joining("; "));
    }
}
