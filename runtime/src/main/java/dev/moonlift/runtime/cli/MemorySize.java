package dev.moonlift.runtime.cli;

import dev.moonlift.MemoryUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of memory on the command line: {@code 65536}, {@code 512K}, {@code 64M}, {@code 1G}.
 *
 * @param bytes the amount
 */
record MemorySize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})([KMG]?)(?:i?B)?", Pattern.CASE_INSENSITIVE);

    static MemorySize parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a size like 65536, 512K, 64M or 1G");
        }
        return new MemorySize(unit(matcher.group(2)).toBytes(Long.parseLong(matcher.group(1))));
    }

    private static MemoryUnit unit(String letter) {
        return switch (letter) {
            case "K", "k" -> MemoryUnit.KiB;
            case "M", "m" -> MemoryUnit.MiB;
            case "G", "g" -> MemoryUnit.GiB;
            default -> MemoryUnit.BYTES;
        };
    }
}
