package dev.moonlift.wasm.restricted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassRulesTest {

    @Test
    void refusesAClassThatIsNotFinal() {
        assertThat(Checking.inClass("class K {}")).containsExactly("k.K(K.java): class is not final");
    }

    @Test
    void refusesASuperclass() {
        assertThat(Checking.inClass("final class K extends Thread {}"))
                .contains("k.K(K.java): extends java.lang.Thread");
    }

    @Test
    void refusesAnImplementedInterface() {
        assertThat(Checking.inClass("final class K implements Cloneable {}"))
                .containsExactly("k.K(K.java): implements java.lang.Cloneable");
    }

    @Test
    void refusesAGenericClass() {
        assertThat(Checking.inClass("final class K<T> {}")).containsExactly("k.K(K.java): generic class");
    }

    @Test
    void refusesAnInterface() {
        assertThat(Checking.inClass("interface K {}")).containsExactly("k.K(K.java): interface");
    }

    @Test
    void acceptsAnAnnotation() {
        assertThat(Checking.inClass("@interface K { String value(); }")).isEmpty();
    }

    @Test
    void refusesAnEnum() {
        assertThat(Checking.inClass("enum K {}")).containsExactly("k.K(K.java): enum");
    }

    @Test
    void refusesARecord() {
        assertThat(Checking.inClass("record K() {}")).containsExactly("k.K(K.java): record");
    }

    @Test
    void refusesAnInnerClass() {
        assertThat(Checking.inClass("final class K { final class Inner {} }"))
                .contains("k.K$Inner(K.java): inner class");
    }

    @Test
    void refusesALocalClass() {
        assertThat(Checking.inMember("void f() { final class Local {} }")).contains("k.K$1Local(K.java): inner class");
    }

    @Test
    void acceptsAStaticMemberClass() {
        assertThat(Checking.inClass("final class K { static final class Member {} }"))
                .isEmpty();
    }
}
