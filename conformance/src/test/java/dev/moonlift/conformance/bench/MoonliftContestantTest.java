package dev.moonlift.conformance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.conformance.bench.Contestant.Lap;
import dev.moonlift.conformance.bench.Contestant.Run;
import dev.moonlift.conformance.run.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MoonliftContestantTest {
    private static Run prepare(String text) throws IOException {
        BenchProgram program = new BenchProgram("p", text.getBytes(StandardCharsets.UTF_8));
        return new MoonliftContestant(Platform.CHICORY).prepare(program);
    }

    @Test
    void runsLapAfterLapInAProcess() throws IOException, InterruptedException {
        try (Run run = prepare("n = (n or 0) + 1 for i = 1, 1e7 do end print('ä', n > 0)")) {
            for (int i = 0; i < 2; i++) {
                Lap lap = run.lap();
                assertThat(lap.nanos()).isPositive();
                assertThat(lap.output().getBytes(StandardCharsets.ISO_8859_1))
                        .isEqualTo("ä\ttrue\n".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void tellsWhatWentWrong() throws IOException {
        try (Run run = prepare("error('no')")) {
            assertThatThrownBy(run::lap).isInstanceOf(IOException.class).hasMessageContaining("p.lua:1: no");
        }
    }
}
