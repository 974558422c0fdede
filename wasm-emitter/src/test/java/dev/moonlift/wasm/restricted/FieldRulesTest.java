package dev.moonlift.wasm.restricted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldRulesTest {

    @Test
    void refusesAStaticVariable() {
        assertThat(Checking.inMember("static int count;"))
                .containsExactly("k.K.count(K.java): static field that is not final");
    }

    @Test
    void refusesAStaticFieldThatIsComputed() {
        assertThat(Checking.inMember("static final int COUNT = Math.abs(-1);"))
                .contains("k.K.COUNT(K.java): static field that is not a compile-time constant");
    }

    @Test
    void refusesAStringConstant() {
        assertThat(Checking.inMember("static final String NAME = \"name\";"))
                .containsExactly("k.K.NAME(K.java): constant of type java.lang.String");
    }

    @Test
    void refusesAConstantOfASmallType() {
        assertThat(Checking.inMember("static final byte TAG = 1; static final float HALF = 0.5f;"))
                .containsExactly("k.K.TAG(K.java): constant of type byte", "k.K.HALF(K.java): constant of type float");
    }

    @Test
    void refusesAnInstanceVariable() {
        assertThat(Checking.inMember("Other next;"))
                .containsExactly("k.K.next(K.java): instance field that is not final");
    }

    @Test
    void refusesAnInstanceFieldThatIsNoCollaborator() {
        assertThat(Checking.inClass("final class K { final Object o; final int i; K(Object o, int i) {"
                        + " this.o = o; this.i = i; } }"))
                .contains(
                        "k.K.o(K.java): instance field of type java.lang.Object",
                        "k.K.i(K.java): instance field of type int");
    }

    @Test
    void refusesAFieldOfAClassOutside() {
        assertThat(Checking.inClass("final class K { final m.Names names; K(m.Names names) { this.names = names; } }"))
                .contains("k.K.names(K.java): instance field of type m.Names");
    }
}
