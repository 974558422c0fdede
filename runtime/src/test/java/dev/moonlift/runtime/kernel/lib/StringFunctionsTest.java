package dev.moonlift.runtime.kernel.lib;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.FuelExhaustedException;
import dev.moonlift.Sandbox;
import dev.moonlift.SandboxBuilder;
import dev.moonlift.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the programs of the corpus cannot show of the string library: limits, and state across calls. */
@Timeout(60)
class StringFunctionsTest {
    /** Without compiled code: the test runs over kernels, too, that cannot have any. */
    private static SandboxBuilder builder() {
        return Sandbox.builder().optimization(0);
    }

    private static Object eval(Sandbox sandbox, String text) {
        return sandbox.load(Source.of("test.lua", text)).call();
    }

    private static Object eval(String text) {
        try (Sandbox sandbox = builder().memory(16, MiB).build()) {
            return eval(sandbox, text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // exponential and cubic backtracking
                "return ('a'):rep(40):find(('a?'):rep(40) .. ('a'):rep(40))",
                "return ('a'):rep(10000):find('.-.-.-b')",
                "return ('a'):rep(10000):find('a*a*a*b')",
                "return ('('):rep(100000):find('%b()')",
                // quadratic search of a plain text
                "return ('a'):rep(1000000):find(('a'):rep(500000) .. 'b', 1, true)"
            })
    void stopsLongSearches(String endless) {
        try (Sandbox sandbox = builder().fuel(2_000_000).build()) {
            assertThatThrownBy(() -> eval(sandbox, endless)).isInstanceOf(FuelExhaustedException.class);
            assertThat(eval(sandbox, "return ('x=1'):match('=(.)')")).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "('x'):rep(1 << 30)",
                "('x'):rep(1 << 20):gsub('x', ('y'):rep(100))",
                "string.format(('%s'):rep(40), table.unpack(big))",
                "string.pack('c100000000', '')"
            })
    void saysWhenAResultIsTooLargeForTheMemory(String large) {
        Object answer = eval("local s = ('x'):rep(1 << 20) big = {} for i = 1, 40 do big[i] = s end "
                + "local ok, message = pcall(function() return " + large + " end) return message");
        assertThat(answer).isEqualTo("not enough memory");
    }

    @Test
    void boundsWhatAPatternMayNest() {
        assertThat(eval("return select('#', ('x'):find(('a?'):rep(199)))")).isEqualTo(2L);
        assertThat(eval("return (select(2, pcall(string.find, ('a'):rep(300), ('a?'):rep(200))))"))
                .isEqualTo("pattern too complex");
        assertThat(eval("return (select(2, pcall(string.find, 'x', ('()'):rep(33))))"))
                .isEqualTo("too many captures");
    }

    @Test
    void substitutesInsideASubstitution() {
        String program = "local function others(c) for i = 1, 40 do assert(not ('x'):find('[' .. i .. ']y')) end "
                + "return (c:gsub('.', function(d) return '<' .. d .. '>' end)) end "
                + "return (('ab cd'):gsub('%w+', others))";
        assertThat(eval(program)).isEqualTo("<a><b> <c><d>");
    }

    @Test
    void takesTimeInProportionToTheNumberOfReplacements() {
        String program = "local n = 0 local r = ('ab'):rep(50000):gsub('a', function() n = n + 1 return 'xyz' end) "
                + "return #r + n";
        try (Sandbox sandbox = builder().memory(16, MiB).fuel(1_000_000).build()) {
            assertThat(eval(sandbox, program)).isEqualTo(4L * 50_000 + 50_000);
        }
    }

    @Test
    void convertsManyValuesByMetamethods() {
        String program =
                "local t = setmetatable({}, {__tostring = function() collectgarbage() return ('z'):rep(50) end}) "
                        + "return #string.format('%s|%5.2s|%s|%d|%s', t, t, t, 7, t)";
        assertThat(eval(program)).isEqualTo(3L * 50 + 5 + 1 + 4);
    }
}
