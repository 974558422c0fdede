package dev.moonlift.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PieceTest {
    private static final Piece CALL = Piece.statement("f($, $)", Piece.expression("1"), Piece.expression("x"));
    private static final Piece LOOP =
            Piece.statement("for i = 1, $ do\n$end", Piece.count(3), Piece.block(List.of(CALL, CALL)));

    @Test
    void fillsItsHoles() {
        assertThat(CALL.text()).isEqualTo("f(1, x)");
        assertThat(Piece.block(List.of(LOOP, CALL)).text()).isEqualTo("""
                for i = 1, 3 do
                  f(1, x)
                  f(1, x)
                end
                f(1, x)
                """);
    }

    @Test
    void indentsBlocksInBlocks() {
        Piece outer = Piece.statement("do\n  local a\n$  return a\nend", Piece.block(List.of(LOOP)));
        assertThat(Piece.block(List.of(outer)).text()).isEqualTo("""
                do
                  local a
                  for i = 1, 3 do
                    f(1, x)
                    f(1, x)
                  end
                  return a
                end
                """);
    }

    @Test
    void findsAndReplacesPieces() {
        assertThat(LOOP.size()).isEqualTo(9);
        assertThat(LOOP.at(1)).isEqualTo(Piece.count(3));
        assertThat(LOOP.at(6)).isEqualTo(CALL);
        assertThat(LOOP.at(8)).isEqualTo(Piece.expression("x"));
        assertThat(LOOP.with(8, Piece.expression("y")).text()).isEqualTo("""
                for i = 1, 3 do
                  f(1, x)
                  f(1, y)
                end""");
        assertThatThrownBy(() -> LOOP.at(9)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesHolesThatNothingFills() {
        assertThatThrownBy(() -> Piece.expression("($ + $)", CALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 holes for 1 pieces");
    }
}
