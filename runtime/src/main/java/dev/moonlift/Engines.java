package dev.moonlift;

/** The engines that there are. */
final class Engines {
    static final String AUTO = "auto";
    private static final String CHICORY = "chicory";

    private Engines() {}

    /** The engine that a choice leads to. */
    static String nameFor(String choice) {
        reasonFor(choice);
        return CHICORY;
    }

    /** Why a choice leads to its engine. */
    static String reasonFor(String choice) {
        return switch (choice) {
            case AUTO -> "the only engine of this version: pure Java, the kernel runs on the JVM";
            case CHICORY -> "asked for: pure Java, the kernel runs on the JVM";
            default -> throw new IllegalArgumentException("no engine '" + choice + "'; there are auto and chicory");
        };
    }
}
