package dev.moonlift.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.frontend.bytecode.Op;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where fields come to lie is compared with where the kernel has put them. */
class ConstructorsTest {
    private static final List<String> NAMES =
            List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "x", "y", "z", "name", "id");

    private static Constructors of(FunctionCode function, Profile profile) {
        return new Constructors(function, new Flow(function.code()), profile);
    }

    private static String program(List<String> names) {
        String fields = names.stream().map(name -> name + " = 1").collect(Collectors.joining(", "));
        String reads = names.stream().map(name -> "t." + name).collect(Collectors.joining(" + "));
        return "local function work() local t = { " + fields + " } pause() return " + reads + " end work()";
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13})
    void fieldsAreWhereTheKernelPutsThem(int count) {
        for (int first = 0; first + count <= NAMES.size(); first++) {
            PausedGuest.look(program(NAMES.subList(first, first + count)), guest -> {
                Rehearsal rehearsal = guest.rehearse();
                FunctionCode function = rehearsal.functions().get(0);
                Profile seen = rehearsal.profile(function.prototype());
                Constructors constructors = of(function, new Profile(function));
                List<Constructors.Insertion> insertions = IntStream.range(0, count)
                        .mapToObj(field -> constructors.insertion(Units.find(function, Op.SETFIELDK, field)))
                        .takeWhile(Objects::nonNull)
                        .toList();
                assertThat(insertions).isNotEmpty();
                // Where one had to move, those before it need not be where they were put.
                for (int field = 0; field < count && insertions.size() == count; field++) {
                    int node = seen.node(Units.find(function, Op.GETFIELD, field)) >> 5;
                    assertThat(insertions.get(field).node()).isEqualTo(node);
                }
                return null;
            });
        }
    }

    @Test
    void aFieldThatWasNilOnceEndsIt() {
        PausedGuest.look(program(List.of("x", "y")), guest -> {
            FunctionCode function = guest.rehearse().functions().get(0);
            Profile profile = new Profile(function);
            profile.refute(Units.find(function, Op.SETFIELDK, 0));
            assertThat(of(function, profile).insertion(Units.find(function, Op.SETFIELDK, 1)))
                    .isNull();
            return null;
        });
    }

    @Test
    void listsFitWhereTheTableHasRoom() {
        String program = "local function work(...) pause() return { 1, 2, x = 3 }, { ... } end work()";
        PausedGuest.look(program, guest -> {
            FunctionCode function = guest.rehearse().functions().get(0);
            Constructors constructors = of(function, new Profile(function));
            assertThat(constructors.listed(Units.find(function, Op.SETLIST, 0))).isEqualTo(2);
            assertThat(constructors.listed(Units.find(function, Op.SETLIST, 1))).isZero();
            return null;
        });
    }

    /** A call at the end is expected to give one value. */
    @Test
    void aCallAtTheEndOfAListGivesOneElement() {
        String program = """
                local function f() return 1 end
                local function work(...) pause() return { 1, f(), f() }, { 2, f() }, { f(), ... } end
                work()
                """;
        PausedGuest.look(program, guest -> {
            FunctionCode function = guest.rehearse().functions().get(0);
            Constructors constructors = of(function, new Profile(function));
            assertThat(constructors.listed(Units.find(function, Op.SETLIST, 0))).isEqualTo(3);
            assertThat(constructors.listed(Units.find(function, Op.SETLIST, 1))).isEqualTo(2);
            assertThat(constructors.listed(Units.find(function, Op.SETLIST, 2))).isZero();
            return null;
        });
    }
}
