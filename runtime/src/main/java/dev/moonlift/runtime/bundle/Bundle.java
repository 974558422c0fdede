package dev.moonlift.runtime.bundle;

import dev.moonlift.runtime.jit.Checksum;
import dev.moonlift.runtime.jit.CodeFormatException;
import dev.moonlift.runtime.jit.CodeReader;
import dev.moonlift.runtime.jit.CodeVersion;
import dev.moonlift.runtime.jit.CodeWriter;
import dev.moonlift.runtime.jit.PreparedCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * A program with compiled code; the package's description says what that is in bytes.
 *
 * @param name of the program in messages
 * @param text of the program
 * @param memory limit of the sandbox that made the code: only in one with the same limit is the program likely to lie
 *     at the same addresses
 * @param version of the build that made the code
 * @param code its encoded {@link PreparedCode}
 */
public record Bundle(String name, byte[] text, long memory, String version, byte[] code) {
    private static final String MAGIC = "MLBUNDLE";
    private static final int FORMAT = 1;
    private static final byte[] BEGINNING = new CodeWriter().text(MAGIC).toByteArray();

    /** So many bytes tell whether a file is a bundle. */
    public static final int BEGINNING_BYTES = BEGINNING.length;

    /** A bundle made by this build. */
    public static Bundle of(String name, byte[] text, long memory, PreparedCode code) {
        return new Bundle(name, text, memory, CodeVersion.current().orElse(""), code.encode());
    }

    /** Whether bytes begin as those of a bundle do, damaged or not. */
    public static boolean isBundle(byte[] file) {
        return file.length >= BEGINNING.length
                && Arrays.equals(file, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    /** The bundle as bytes. */
    public byte[] encode() {
        CodeWriter out = new CodeWriter().text(MAGIC).number(FORMAT);
        out.text(name).bytes(text).number(memory).text(version).bytes(code);
        return Checksum.append(out.toByteArray());
    }

    /**
     * The bundle of these bytes.
     *
     * @throws CodeFormatException if it is none; the message says why
     */
    public static Bundle decode(byte[] file) throws CodeFormatException {
        if (!isBundle(file)) {
            throw new CodeFormatException("it is not a bundle");
        }
        CodeReader whole = new CodeReader(file);
        whole.text();
        int format = whole.number();
        if (format != FORMAT) {
            throw new CodeFormatException(
                    "it has format " + format + "; this version reads format " + FORMAT + " only");
        }
        CodeReader in = new CodeReader(Checksum.check(file));
        in.text();
        in.number();
        Bundle bundle = new Bundle(in.text(), in.bytes(), in.longNumber(), in.text(), in.bytes());
        in.end();
        return bundle;
    }

    /**
     * The compiled code; empty if another build made it, for which it is of no use.
     *
     * @throws CodeFormatException if it is not such code; the message says why
     */
    public Optional<PreparedCode> preparedCode() throws CodeFormatException {
        boolean isOurs = CodeVersion.current().filter(version::equals).isPresent();
        return isOurs ? Optional.of(PreparedCode.decode(code)) : Optional.empty();
    }
}
