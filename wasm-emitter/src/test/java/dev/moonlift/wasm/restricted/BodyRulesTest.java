package dev.moonlift.wasm.restricted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class BodyRulesTest {

    @Test
    void refusesArrayCreation() {
        assertRefused("void f() { int[] a = new int[1]; }", "array creation");
        assertRefused("void f() { Object[] a = new Object[1]; }", "array creation");
        assertRefused("void f() { int[][] a = new int[1][1]; }", "array creation");
    }

    @Test
    void refusesArrayElements() {
        assertRefused("int f() { return memory.bytes()[0]; }", "read of an array element");
        assertRefused("void f() { memory.bytes()[0] = 1; }", "write of an array element");
    }

    @Test
    void refusesArrayLength() {
        assertRefused("int f() { return memory.bytes().length; }", "array length");
    }

    @Test
    void refusesObjectCreation() {
        assertRefused("void f() { new Other(memory); }", "object creation");
    }

    @Test
    void refusesStrings() {
        assertRefused("void f() { String s = \"a\"; }", "string");
    }

    @Test
    void refusesClassConstants() {
        assertRefused("void f() { Object c = K.class; }", "class or dynamic constant");
    }

    @Test
    void refusesNull() {
        assertRefused("void f() { Memory m = null; }", "null");
    }

    @Test
    void refusesComparisonOfReferences() {
        assertRefused("boolean f() { return memory == other.memory; }", "comparison of references");
        assertRefused("boolean f() { return memory == null; }", "comparison of references");
    }

    @Test
    void refusesCasts() {
        assertRefused("void f() { Object o = memory; Memory m = (Memory) o; }", "cast of a reference");
    }

    @Test
    void refusesInstanceof() {
        assertRefused("boolean f() { Object o = memory; return o instanceof Memory; }", "instanceof");
    }

    @Test
    void refusesAReferenceAsResult() {
        assertRefused("Memory f() { return memory; }", "return of a reference");
    }

    @Test
    void refusesSynchronizedBlocks() {
        assertRefused("void f() { synchronized (this) { } }", "synchronized block");
    }

    @Test
    void refusesLambdas() {
        assertRefused("void f() { Runnable r = () -> {}; }", "invokedynamic (a lambda, or concatenation of strings)");
    }

    @Test
    void refusesFloat() {
        assertRefused("void f(double d) { float x = (float) d; }", "float");
        assertRefused("void f() { float x = 1.25f; }", "float");
    }

    @Test
    void refusesRemainderOfDoubles() {
        assertRefused(
                "double f(double a, double b) { return a % b; }",
                "remainder of doubles, which is no WebAssembly instruction");
    }

    @Test
    void refusesCallsThroughAnInterface() {
        assertRefused(
                "void f() { Runnable r = null; r.run(); }", "call through an interface: java.lang.Runnable.run()V");
    }

    @Test
    void refusesCallsOfTheJdkOutsideTheTable() {
        assertRefused("double f(double x) { return Math.sin(x); }", "call of java.lang.Math.sin(D)D");
        assertRefused("double f(double x) { return Math.max(x, 1); }", "call of java.lang.Math.max(DD)D");
        assertRefused("int f() { return hashCode(); }", "call of java.lang.Object.hashCode()I");
    }

    @Test
    void refusesCallsOfMarkedClasses() {
        assertRefused("int f() { return m.Names.count(); }", "call of m.Names.count()I");
    }

    @Test
    void refusesCallsWithReferences() {
        assertRefused(
                "void f() { memory.bytes(); }", "call with references, or types smaller than int: m.Memory.bytes()[B");
    }

    @Test
    void refusesFieldsOfOtherClasses() {
        assertRefused("int f() { return memory.size; }", "read of field m.Memory.size");
        assertRefused("void f() { memory.size = 1; }", "write of field m.Memory.size");
    }

    @Test
    void refusesStaticFields() {
        assertRefused("void f() { Object a = m.Names.ALL; }", "read of static field m.Names.ALL");
        assertRefused("static int n; void f() { n = 1; }", "write of static field k.K.n");
    }

    @Test
    void refusesToThrowAnythingButASignal() {
        String construct = "throw of something else than a constant of k.Signal";
        assertRefused("void f() { throw new IllegalStateException(); }", construct);
        assertRefused("void f() { try { other.twice(1); } catch (Signal s) { throw s; } }", construct);
        assertRefused("void f() { throw Signal.ERROR.self(); }", construct);
    }

    @Test
    void refusesOtherUsesOfASignal() {
        assertRefused("void f() { Signal s = Signal.ERROR; }", "signal that is not thrown at once");
        assertRefused(
                "int f() { try { return 1; } catch (Signal s) { return s.code; } }", "read of field k.Signal.code");
    }

    @Test
    void refusesToCatchAnythingButSignals() {
        assertRefused(
                "void f() { try { other.twice(1); } catch (RuntimeException e) { } }",
                "catch of java.lang.RuntimeException");
    }

    @Test
    void refusesFinally() {
        assertRefused("void f() { try { other.twice(1); } finally { other.twice(2); } }", "finally");
    }

    /** No compiler of this century emits jsr, so it is written by hand. */
    @Test
    void refusesSubroutines() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_4, Opcodes.ACC_FINAL, "k/K", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "f", "()V", null, null);
        Label subroutine = new Label();
        method.visitCode();
        method.visitJumpInsn(Opcodes.JSR, subroutine);
        method.visitInsn(Opcodes.RETURN);
        method.visitLabel(subroutine);
        method.visitVarInsn(Opcodes.ASTORE, 0);
        method.visitVarInsn(Opcodes.RET, 0);
        method.visitMaxs(1, 1);
        method.visitEnd();
        writer.visitEnd();

        Report report = RestrictedJava.check(List.of(writer.toByteArray()), Checking.MEMORY, Checking.SIGNAL);
        assertThat(report).hasToString("k.K.f(Unknown): subroutine of bytecode\n");
    }

    @Test
    void namesTheLine() {
        assertThat(Checking.inMember("""
                int f(int x) {
                  int y = x + 1;
                  Object o = new Object[y];
                  return y;
                }""")).containsExactly("k.K.f(K.java:5): array creation");
    }

    /** Contains, since one refused construct is often not to be had without another. */
    private static void assertRefused(String member, String construct) {
        assertThat(Checking.inMember(member)).contains("k.K.f(K.java:3): " + construct);
    }
}
