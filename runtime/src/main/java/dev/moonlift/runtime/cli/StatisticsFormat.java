package dev.moonlift.runtime.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.moonlift.Statistics;
import java.util.Locale;

/** How statistics are printed. */
enum StatisticsFormat {
    TEXT {
        @Override
        String format(Statistics statistics) {
            return String.format(
                    Locale.ROOT,
                    """
                    engine       %s: %s
                    fuel         %,d used
                    memory       %,d bytes used, peak %,d, limit %,d
                    collections  %d
                    time         %.3f s""",
                    statistics.engine(),
                    statistics.engineReason(),
                    statistics.fuelUsed(),
                    statistics.memoryUsed(),
                    statistics.memoryPeak(),
                    statistics.memoryLimit(),
                    statistics.collections(),
                    seconds(statistics));
        }
    },
    JSON {
        @Override
        String format(Statistics statistics) {
            ObjectNode json = new ObjectMapper().createObjectNode();
            json.put("engine", statistics.engine());
            json.put("engineReason", statistics.engineReason());
            json.put("fuelUsed", statistics.fuelUsed());
            json.put("memoryUsed", statistics.memoryUsed());
            json.put("memoryPeak", statistics.memoryPeak());
            json.put("memoryLimit", statistics.memoryLimit());
            json.put("collections", statistics.collections());
            json.put("seconds", seconds(statistics));
            return json.toString();
        }
    };

    /** The statistics in this format, without a line break at the end. */
    abstract String format(Statistics statistics);

    private static double seconds(Statistics statistics) {
        return statistics.time().toNanos() / 1e9;
    }
}
