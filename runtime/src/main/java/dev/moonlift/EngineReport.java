package dev.moonlift;

import dev.moonlift.runtime.engine.EngineChoice;
import dev.moonlift.runtime.host.Guest;

/** Says which engine runs a guest now, and why. */
final class EngineReport {
    private EngineReport() {}

    static String name(EngineChoice choice, Guest guest) {
        return guest.isNative() ? guest.nativeEngine() : EngineChoice.CHICORY;
    }

    static String reason(EngineChoice choice, Guest guest) {
        if (guest.isNative()) {
            return choice.isExplicit() ? "asked for: native code" : "native code, the fastest there is here";
        }
        String pureJava = "pure Java, the kernel runs on the JVM";
        if (choice.kernel() == null) {
            return "asked for: " + pureJava;
        }
        String obstacle = guest.whyNotNative();
        return pureJava + (obstacle == null ? ": too little work for native code so far" : ": " + obstacle);
    }
}
