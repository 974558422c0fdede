package dev.moonlift.runtime.host;

import java.time.ZoneId;
import java.util.Map;

/**
 * The world as one guest may see it.
 *
 * @param streams its standard streams
 * @param clock its time
 * @param zone its time zone
 * @param variables its environment variables
 * @param modules where its files lie; null if it may not load any
 */
public record HostEnvironment(
        StandardStreams streams, HostClock clock, ZoneId zone, Map<String, String> variables, ModuleFolder modules) {

    public HostEnvironment {
        variables = Map.copyOf(variables);
    }

    String variable(String name) {
        return variables.get(name);
    }
}
