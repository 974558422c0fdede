package dev.moonlift.wasm.translate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.wasm.lower.LoweringOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not restricted Java is named: class, method, line and construct. */
class RefusalsTest {
    private static final String OTHER = "public int twice(int x) { return x + x; }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int f(int a) { return new int[a].length; }                          | opcode 188",
                "int f(int a) { return new Object() == null ? a : 1; }               | opcode 187",
                "int f(int a) { Object o = null; return a; }                         | opcode 1",
                "int f(int a) { return \"text\" == \"t\" + a ? 1 : 2; }              | constant text",
                "int f(int a) { return (int) (float) a; }                            | opcode 134",
                "int f(int a) { return (Object) other == this ? a : 1; }             | opcode 166",
                "int f(int a) { return System.out == null ? a : 1; }                 | static field out",
                "int f(int a) { return (int) Math.sin(a); }                          | call of java/lang/Math.sin",
                "int f(int a) { return other.hashCode(); }                    | call of java/lang/Object.hashCode",
                "int f(int a) { return mem.size(); }                                 | call of the memory's size",
                "int f(int a) { try { return a; } finally { a++; } }                 | finally",
                "int f(int a) { try { return a; } catch (Error e) { return 1; } }     | catch of java/lang/Error",
                "int f(int a) { try { throw Signal.FIRST; } catch (Signal s) { throw s; } } | opcode 191",
                "int f(int a) { return count + a; } int count;                       | field count of type I"
            })
    void nameThePlace(String members, String construct) {
        assertRefused(members, "k.K.f(I)I, line 8: " + construct);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "K f(int a) { return this; }     | k.K.f(I)Lk/K;: type k.K",
                "int f(float a) { return 1; }    | k.K.f(F)I: type float",
                "int f(int[] a) { return 1; }    | k.K.f([I)I: type int[]"
            })
    void nameTheSignature(String members, String message) {
        assertRefused(members, message);
    }

    /** The members' first line is the eighth of K.java. */
    private static void assertRefused(String members, String message) {
        ProgramTranslator translator = Twin.translator(Twin.classFiles("\n\npublic " + members, OTHER));
        assertThatThrownBy(() -> translator.exportingAll(LoweringOptions.WASMTIME))
                .isInstanceOf(UntranslatableException.class)
                .hasMessage(message);
    }
}
