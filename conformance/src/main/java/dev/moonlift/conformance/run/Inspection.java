package dev.moonlift.conformance.run;

import dev.moonlift.Sandbox;
import java.util.List;

/** Looks at a sandbox before and after a program runs in it. */
public interface Inspection {
    /** Does nothing. */
    Inspection NONE = new Inspection() {
        @Override
        public void begin(Sandbox sandbox) {}

        @Override
        public List<String> end(Sandbox sandbox) {
            return List.of();
        }
    };

    /** The sandbox has just been built. */
    void begin(Sandbox sandbox);

    /** The program has ended; what is wrong with the sandbox, a line each. */
    List<String> end(Sandbox sandbox);
}
