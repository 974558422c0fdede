package dev.moonlift.wasm.restricted;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestrictedJavaTest {

    @Test
    void acceptsEverythingThatRestrictedJavaHas() {
        assertThat(Checking.inClass("""
                final class K {
                  static final int WIDTH = 16;
                  private static final double HALF = 0.5;
                  private final Memory memory;
                  public final Other other;

                  K(Memory memory, Other other) { this.memory = memory; this.other = other; }

                  private static int slot(int index) { return index * WIDTH + m.Names.COUNT; }

                  boolean isEven(long address) {
                    Memory bytes = memory;
                    Other helper = other;
                    return (bytes.load((int) address) & 1) == 0 && helper.twice(3) == 6;
                  }

                  double sum(int from, int to) {
                    double sum = 0;
                    for (int i = from; i < to; i++) {
                      sum += Math.sqrt(Double.longBitsToDouble(memory.load(slot(i)))) * HALF;
                    }
                    return sum;
                  }

                  int choose(int kind) {
                    switch (kind) {
                      case 0: return 1;
                      case 1: return (byte) kind;
                      case 1000: throw Signal.ERROR;
                      default: return other.memory.load(0) > 0 ? 2 : 3;
                    }
                  }

                  int guarded(int kind) {
                    try { return choose(kind); } catch (Signal.Kind one) { return -2; }
                    catch (Signal signal) { return -1; }
                  }

                  static final class Member { void nothing() {} }
                }
                """)).isEmpty();
    }

    @Test
    void namesEveryViolation() {
        assertThat(Checking.inClass("""
                class K {
                  static int count;
                  int[] array(int length) {
                    String text = "a";
                    return new int[length];
                  }
                }
                """))
                .containsExactly(
                        "k.K(K.java): class is not final",
                        "k.K.count(K.java): static field that is not final",
                        "k.K.array(K.java:5): result of type int[]",
                        "k.K.array(K.java:5): string",
                        "k.K.array(K.java:6): array creation",
                        "k.K.array(K.java:6): return of a reference");
    }

    @Test
    void namesAConstructOnceForEachLine() {
        assertThat(Checking.inMember("int f() { return new Object().hashCode() + new Object().hashCode(); }"))
                .containsExactly(
                        "k.K.f(K.java:3): object creation",
                        "k.K.f(K.java:3): call of java.lang.Object.<init>()V",
                        "k.K.f(K.java:3): call of java.lang.Object.hashCode()I");
    }
}
