package dev.moonlift.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    private static Piece shrunk(Piece program, Predicate<String> isWanted) {
        return new Shrinker(piece -> isWanted.test(piece.text()), 10_000).shrink(program);
    }

    private static Piece print(String value) {
        return Piece.statement("print($)", Piece.expression("($ + $)", Piece.expression(value), Piece.expression("n")));
    }

    @Test
    void keepsOnlyWhatHasTheProperty() {
        Piece loop = Piece.statement(
                "for i = 1, $ do\n$end",
                Piece.count(300),
                Piece.block(List.of(print("a"), print("culprit"), print("b"))));
        Piece program = Piece.block(List.of(print("c"), loop, print("d")));
        assertThat(shrunk(program, text -> text.contains("culprit")).text()).isEqualTo("print(culprit)\n");
    }

    @Test
    void lowersCounts() {
        Piece program = Piece.block(
                List.of(Piece.statement("for i = 1, $ do\n$end", Piece.count(777), Piece.block(List.of(print("a"))))));
        Predicate<String> isWanted = text -> text.startsWith("for")
                && Integer.parseInt(text.replaceAll("\\D", "").substring(1)) > 41;
        assertThat(shrunk(program, isWanted).text()).isEqualTo("for i = 1, 42 do\nend\n");
    }

    @Test
    void leavesAProgramAloneThatHasNoSmallerOne() {
        Piece program = Piece.block(List.of(print("a"), print("b")));
        assertThat(shrunk(program, program.text()::equals)).isEqualTo(program);
    }

    @Test
    void looksNoMoreOftenThanItMay() {
        AtomicInteger looks = new AtomicInteger();
        Shrinker shrinker = new Shrinker(piece -> looks.incrementAndGet() < 0, 7);
        shrinker.shrink(Generator.program(1).piece());
        assertThat(looks).hasValue(7);
    }

    @Test
    void makesLittleOfALargeProgram() {
        Piece program = LongStream.rangeClosed(1, 100)
                .mapToObj(seed -> Generator.program(seed).piece())
                .filter(piece -> piece.text().contains("__concat") && piece.size() > 200)
                .findFirst()
                .orElseThrow();
        Piece small = shrunk(program, text -> text.contains("__concat"));
        assertThat(small.text()).contains("__concat");
        assertThat(small.size()).isLessThan(20);
    }
}
