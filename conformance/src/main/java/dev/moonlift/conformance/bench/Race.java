package dev.moonlift.conformance.bench;

import dev.moonlift.conformance.bench.Contestant.Lap;
import dev.moonlift.conformance.bench.Contestant.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Contestants run a program in turn, round after round. */
final class Race {
    private final List<Contestant> contestants;
    private final int warmUpRounds;
    private final int rounds;

    Race(List<Contestant> contestants, int warmUpRounds, int rounds) {
        this.contestants = contestants;
        this.warmUpRounds = warmUpRounds;
        this.rounds = rounds;
    }

    /** One contestant on one program. */
    private static final class Lane {
        private final Contestant contestant;
        private final Run run;
        private final long[] times;
        private String output = "";
        private String failure = "";

        Lane(Contestant contestant, Run run, int rounds) {
            this.contestant = contestant;
            this.run = run;
            this.times = new long[rounds];
        }

        /** Runs once; the rounds before the first are for warming up. */
        void run(int round) throws InterruptedException {
            if (!failure.isEmpty()) {
                return;
            }
            try {
                Lap lap = run.lap();
                output = lap.output();
                if (round >= 0) {
                    times[round] = lap.nanos();
                }
            } catch (IOException | RuntimeException e) {
                failure = e.toString();
            }
        }

        Score score() {
            return new Score(times, output, failure);
        }
    }

    /** Runs a program; what came of it, by contestant, without those that do not understand it. */
    Map<String, Score> run(BenchProgram program) throws IOException, InterruptedException {
        List<Lane> lanes = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                if (contestant.canRun(program)) {
                    lanes.add(new Lane(contestant, contestant.prepare(program), rounds));
                }
            }
            for (int round = -warmUpRounds; round < rounds; round++) {
                for (Lane lane : lanes) {
                    lane.run(round);
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
