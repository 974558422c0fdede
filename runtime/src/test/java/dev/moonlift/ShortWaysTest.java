package dev.moonlift;

import static dev.moonlift.MemoryUnit.MiB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.host.KernelPlacement;
import dev.moonlift.runtime.host.KernelPlacement.Start;
import dev.moonlift.runtime.jit.JitOptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Library functions that compiled code has called without a frame: results and fuel are as with one. */
@Timeout(60)
class ShortWaysTest {
    /** The expression is evaluated often, with strings of 10, 300 and 3000 bytes. */
    private static final String WORK = """
            local short, middle, long = ("ab1 "):rep(3), ("key=val "):rep(40), ("x, "):rep(1000)
            local t = { a = "<a>", b = 2, x = false }
            local function work(s, i) return %s end
            local sum = 0
            for i = 1, 900 do
              local s = i %% 3 == 0 and short or i %% 3 == 1 and middle or long
              local a, b = work(s, i)
              sum = (sum * 31 + #tostring(a) + #tostring(b)) %% 1000003
            end
            return sum
            """;

    private static String measured(Sandbox sandbox, String expression) {
        Object result =
                sandbox.load(Source.of("test.lua", WORK.formatted(expression))).call();
        return result + " for " + sandbox.statistics().fuelUsed();
    }

    private static SandboxBuilder compiled(int memory) {
        return Sandbox.builder()
                .memory(memory, MiB)
                .placement(new KernelPlacement(null, false, Start.AT_ONCE, JitOptions.eager(100)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s:sub(1)",
                "s:sub(-i)",
                "s:sub(i, i)",
                "s:sub(2, -2), s:sub(i)",
                "s:byte(i)",
                "s:upper(), s:lower()",
                "s:reverse(), s:len()",
                "s:rep(i % 9)",
                "s:find('y', 1, true), s:find(', ', i, true)",
                "s:find('val', i)",
                "s:find('%s', i)",
                "s:find('^%a+', i)",
                "s:match('(%w+)=(%w+)'), s:match('%d')",
                "s:match('^%s*(.-)%s*$')",
                "s:match('(.*)[,=]')",
                "s:match('(a*a*a*)b$')",
                "s:gsub('%d', '%%')",
                "s:gsub('a', '+')",
                "s:gsub('%a', t)",
                "s:gsub('z', t), s:gsub('z', 'zz')",
                "s:gsub('^%a', 'long text')",
                "(function() local n = 0 for k in s:gmatch('%w+') do n = n + #k end return n end)()",
                "(function() local n = 0 for k, v in s:gmatch('(%w+)=(%w+)') do n = n + #v end return n end)()",
                "('%d:%s:%5.2f'):format(i, s, i / 3)",
                "tostring(i), tostring(s)",
                "tonumber(s), tonumber('12' .. i)"
            })
    void costTheSame(String expression) {
        try (Sandbox sandbox = compiled(4).build();
                Sandbox other = Sandbox.builder()
                        .memory(4, MiB)
                        .placement(KernelPlacement.JVM)
                        .build()) {
            assertThat(measured(sandbox, expression)).isEqualTo(measured(other, expression));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s:match('((((.*))))')", "s:gsub('.', t)", "s:gsub('', 'seven77')", "('%s|%s'):format(s, s)"})
    void endWhenMemoryDoes(String expression) {
        String text = "local kept = {} local t = { x = ('v'):rep(500) } local s = ('x'):rep(60)"
                + " local function work(i) local a = " + expression + " return a .. i end"
                + " local ok, message = pcall(function() for i = 1, 1e7 do kept[i] = work(i) end end)"
                + " kept = nil return message";
        try (Sandbox sandbox = compiled(1).build()) {
            assertThat(sandbox.load(Source.of("test.lua", text)).call()).isEqualTo("not enough memory");
        }
    }
}
