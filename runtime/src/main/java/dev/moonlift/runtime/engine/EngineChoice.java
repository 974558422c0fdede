package dev.moonlift.runtime.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** An engine as users choose it, by name, and what that comes to here. Safe for use by several threads. */
public final class EngineChoice {
    /** The best there is. */
    public static final String AUTO = "auto";

    /** Pure Java: the kernel runs on the JVM. */
    public static final String CHICORY = "chicory";

    /** Those that run the kernel natively, the best first. */
    private static final List<Engine> NATIVE = findEngines();

    private static final Map<String, EngineChoice> CHOICES = choices();

    private final String name;
    private final List<Engine> engines;
    private final NativeKernel kernel;

    private EngineChoice(String name, List<Engine> engines, NativeKernel kernel) {
        this.name = name;
        this.engines = engines;
        this.kernel = kernel;
    }

    private static List<Engine> findEngines() {
        List<Engine> engines = new ArrayList<>();
        ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).forEach(engines::add);
        engines.sort(Comparator.comparingInt(Engine::preference).reversed().thenComparing(Engine::name));
        return List.copyOf(engines);
    }

    private static Map<String, EngineChoice> choices() {
        byte[] code = NativeKernel.bundledCode();
        Map<String, EngineChoice> choices = new LinkedHashMap<>();
        NativeKernel best = new NativeKernel(NATIVE, code, EngineChoice::log);
        choices.put(AUTO, new EngineChoice(AUTO, NATIVE, best));
        for (Engine engine : NATIVE) {
            List<Engine> one = List.of(engine);
            NativeKernel kernel = one.equals(NATIVE) ? best : new NativeKernel(one, code, EngineChoice::log);
            choices.put(engine.name(), new EngineChoice(engine.name(), one, kernel));
        }
        choices.put(CHICORY, new EngineChoice(CHICORY, List.of(), null));
        return choices;
    }

    private static void log(String announcement) {
        System.getLogger("dev.moonlift").log(System.Logger.Level.INFO, announcement);
    }

    /**
     * The choice of a name, without looking whether it can be used.
     *
     * @throws IllegalArgumentException if there is no such engine
     */
    public static EngineChoice of(String name) {
        EngineChoice choice = CHOICES.get(name);
        if (choice == null) {
            throw new IllegalArgumentException(
                    "no engine '" + name + "'; there are " + String.join(", ", CHOICES.keySet()));
        }
        return choice;
    }

    /** Whether it must be this engine, and no other. */
    public boolean isExplicit() {
        return !name.equals(AUTO);
    }

    /**
     * Sees to it that an engine that was chosen by name can be used; loads what it consists of.
     *
     * @throws EngineException if it cannot
     */
    public void require() {
        if (isExplicit() && kernel != null) {
            String problem =
                    kernel.isMissing() ? NativeKernel.MISSING : engines.get(0).problem();
            if (problem != null) {
                throw new EngineException("engine " + name + " cannot be used: " + problem);
            }
        }
    }

    /** The native kernel that it leads to; null if the kernel is to run on the JVM. */
    public NativeKernel kernel() {
        return kernel;
    }
}
