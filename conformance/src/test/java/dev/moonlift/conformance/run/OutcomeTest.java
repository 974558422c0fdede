package dev.moonlift.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.conformance.run.Outcome.End;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Usage USAGE = new Usage(100, 40, 2000, 1000, 3);

    private static Outcome outcome(End end, String message, String traceback, String output, Usage usage) {
        return new Outcome(end, message, traceback, output.getBytes(StandardCharsets.UTF_8), usage, List.of());
    }

    private static Optional<String> difference(Outcome outcome) {
        return outcome.differenceFrom(outcome(End.ERROR, "a.lua:1: no", "stack\nhere", "one\ntwo\n", USAGE));
    }

    @Test
    void comparesAllThatAProgramMeans() {
        assertThat(difference(outcome(End.ERROR, "a.lua:1: no", "stack\nhere", "one\ntwo\n", USAGE)))
                .isEmpty();
        assertThat(difference(outcome(End.FINISHED, "", "", "one\ntwo\n", USAGE)))
                .hasValue("ends with <finished>, elsewhere <error: a.lua:1: no>");
        assertThat(difference(outcome(End.ERROR, "a.lua:2: no", "stack\nhere", "one\ntwo\n", USAGE)))
                .hasValue("ends with <error: a.lua:2: no>, elsewhere <error: a.lua:1: no>");
        assertThat(difference(outcome(End.ERROR, "a.lua:1: no", "stack\nhere", "one\n2\n", USAGE)))
                .hasValue("output line 2: expected <two>, was <2>");
        assertThat(difference(outcome(End.ERROR, "a.lua:1: no", "stack\nthere", "one\ntwo\n", USAGE)))
                .hasValue("traceback line 2: expected <here>, was <there>");
        Usage more = new Usage(101, 40, 2000, 1000, 3);
        assertThat(difference(outcome(End.ERROR, "a.lua:1: no", "stack\nhere", "one\ntwo\n", more)))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("fuel=101").contains("fuel=100"));
    }

    @Test
    void fuelForCollectionsDependsOnMemory() {
        Outcome here = outcome(End.FINISHED, "", "", "", USAGE).withoutMemory();
        Outcome sooner = outcome(End.FINISHED, "", "", "", new Usage(102, 42, 2100, 1000, 3));
        Outcome slower = outcome(End.FINISHED, "", "", "", new Usage(101, 40, 2000, 1000, 3));
        Outcome empty = outcome(End.FUEL, "", "", "", USAGE).withoutMemory();
        Outcome emptySooner = outcome(End.FUEL, "", "", "", new Usage(100, 42, 2100, 1000, 3));

        assertThat(here.differenceFrom(sooner.withoutMemory())).isEmpty();
        assertThat(here.differenceFrom(slower.withoutMemory())).isPresent();
        assertThat(empty.differenceFrom(emptySooner.withoutMemory())).isEmpty();
    }

    @Test
    void leavesOutHowFarAProgramComesInItsTime() {
        Outcome here = outcome(End.TIME, "after 10 ms", "here", "1\n", USAGE);
        Outcome there = outcome(End.TIME, "after 11 ms", "there", "1\n2\n", new Usage(1, 0, 2, 3, 4));
        assertThat(here.differenceFrom(there)).isEmpty();
    }
}
