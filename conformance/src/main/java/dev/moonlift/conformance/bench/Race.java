package dev.moonlift.conformance.bench;

import dev.moonlift.conformance.bench.Contestant.Lap;
import dev.moonlift.conformance.bench.Contestant.Run;
import dev.moonlift.conformance.run.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Contestants run a program in turn, round after round. The rounds that count begin when the times of all have become
 * steady, or after a number of rounds.
 */
final class Race {
    /** A run that takes so long, and is not the first, warms up by itself. */
    static final int LONG_LAP_SECONDS = 10;

    private final List<Contestant> contestants;
    private final int warmUpRounds;
    private final int rounds;

    /**
     * A race.
     *
     * @param warmUpRounds the most there may be before the first round that counts
     * @param rounds those that count
     */
    Race(List<Contestant> contestants, int warmUpRounds, int rounds) {
        this.contestants = contestants;
        this.warmUpRounds = warmUpRounds;
        this.rounds = rounds;
    }

    /** One contestant on one program. */
    private static final class Lane {
        private final Contestant contestant;
        private final Run run;
        private final List<Long> warmUp = new ArrayList<>();
        private final List<Long> times = new ArrayList<>();
        private String output = "";
        private String failure = "";

        Lane(Contestant contestant, Run run) {
            this.contestant = contestant;
            this.run = run;
        }

        boolean isSteady() {
            if (!failure.isEmpty() || !contestant.warmsUp()) {
                return !failure.isEmpty() || !warmUp.isEmpty();
            }
            boolean isLong = warmUp.size() > 1 && warmUp.get(warmUp.size() - 1) > LONG_LAP_SECONDS * 1_000_000_000L;
            return isLong || Samples.areSteady(warmUp);
        }

        void warmUp() throws InterruptedException {
            if (!isSteady()) {
                lap(warmUp);
            }
        }

        void race() throws InterruptedException {
            lap(times);
        }

        private void lap(List<Long> kept) throws InterruptedException {
            if (!failure.isEmpty()) {
                return;
            }
            try {
                Lap lap = run.lap();
                output = lap.output();
                kept.add(lap.nanos());
            } catch (IOException | RuntimeException e) {
                failure = e.toString();
            }
        }

        Score score() {
            return new Score(
                    times.stream().mapToLong(Long::longValue).toArray(), warmUp.size(), isSteady(), output, failure);
        }
    }

    /** Runs a program; what came of it, by contestant, without those that do not understand it. */
    Map<String, Score> run(BenchProgram program) throws IOException, InterruptedException {
        List<Lane> lanes = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                if (contestant.canRun(program)) {
                    lanes.add(new Lane(contestant, contestant.prepare(program)));
                }
            }
            for (int i = 0; i < warmUpRounds && !lanes.stream().allMatch(Lane::isSteady); i++) {
                for (Lane lane : lanes) {
                    lane.warmUp();
                }
            }
            for (int i = 0; i < rounds; i++) {
                for (Lane lane : lanes) {
                    lane.race();
                }
            }
        } finally {
            lanes.forEach(lane -> lane.run.close());
        }
        Map<String, Score> scores = new LinkedHashMap<>();
        lanes.forEach(lane -> scores.put(lane.contestant.name(), lane.score()));
        return scores;
    }
}
