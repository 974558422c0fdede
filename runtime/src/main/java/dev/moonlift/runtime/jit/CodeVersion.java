package dev.moonlift.runtime.jit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Tells builds of this program apart, as far as compiled code depends on them: a hash of the kernel and of all classes
 * that make code, which {@link CodeVersionMain} finds out when they are built. Code that is kept in files is good for
 * one version only.
 */
public final class CodeVersion {
    static final String RESOURCE = "/dev/moonlift/code.version";

    private static final Optional<String> CURRENT = read();

    private CodeVersion() {}

    /** The version of this build; empty if it comes without. */
    public static Optional<String> current() {
        return CURRENT;
    }

    private static Optional<String> read() {
        try (InputStream resource = CodeVersion.class.getResourceAsStream(RESOURCE)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(new String(resource.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
