package dev.moonlift.wasm.restricted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MethodRulesTest {

    @Test
    void refusesAStaticInitialiser() {
        assertThat(Checking.inMember("static { System.gc(); }"))
                .containsExactly("k.K.<clinit>(K.java:3): static initialiser");
    }

    @Test
    void refusesSmallTypesInTheHead() {
        assertThat(Checking.inMember("byte f(short s, char c) { return 0; }"))
                .containsExactly(
                        "k.K.f(K.java:3): parameter of type short",
                        "k.K.f(K.java:3): parameter of type char",
                        "k.K.f(K.java:3): result of type byte");
    }

    @Test
    void refusesReferencesInTheHead() {
        assertThat(Checking.inMember("void f(Memory memory, int[] array) {}"))
                .containsExactly(
                        "k.K.f(K.java:3): parameter of type m.Memory", "k.K.f(K.java:3): parameter of type int[]");
    }

    @Test
    void refusesNative() {
        assertThat(Checking.inMember("native void f();")).containsExactly("k.K.f(K.java): native method");
    }

    @Test
    void refusesSynchronized() {
        assertThat(Checking.inMember("synchronized void f() {}"))
                .containsExactly("k.K.f(K.java:3): synchronized method");
    }

    @Test
    void refusesAbstract() {
        assertThat(Checking.inClass("abstract class K { abstract void f(); }"))
                .contains("k.K.f(K.java): abstract method");
    }

    @Test
    void refusesVariadic() {
        assertThat(Checking.inMember("void f(int... all) {}")).contains("k.K.f(K.java:3): variadic method");
    }

    @Test
    void refusesGeneric() {
        assertThat(Checking.inMember("<T> void f() {}")).containsExactly("k.K.f(K.java:3): generic method");
    }

    @Test
    void refusesCodeThatHotSpotNeverCompiles() {
        // One line is iinc, three bytes.
        String longest = "void f(int x) {" + "x++;".repeat(2_666) + "}";
        String tooLong = "void f(int x) {" + "x++;".repeat(2_667) + "}";
        assertThat(Checking.inMember(longest)).isEmpty();
        assertThat(Checking.inMember(tooLong))
                .containsExactly("k.K.f(K.java:3): code of 8002 bytes, of which HotSpot compiles at most 8000");
    }

    @Test
    void refusesAConstructorParameterThatIsNoCollaborator() {
        assertThat(Checking.inClass("final class K { K(int size, Other other) {} }"))
                .containsExactly("k.K.<init>(K.java:2): constructor parameter of type int");
    }

    @Test
    void refusesAConstructorThatCreates() {
        assertThat(Checking.inClass("""
                final class K { final Other other;
                  K(Memory memory) {
                    other = new Other(memory);
                  }
                }"""))
                .containsExactly("k.K.<init>(K.java:4): constructor that does more than store its parameters");
    }
}
