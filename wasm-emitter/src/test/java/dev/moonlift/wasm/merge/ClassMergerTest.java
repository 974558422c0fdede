package dev.moonlift.wasm.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moonlift.wasm.restricted.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassMergerTest {
    private static final String[] NAMES = {"k", "m.Memory", "m.Table", "m.All", "m.Parent", "m.Runner", "k.Entry"};

    @TempDir
    private Path folder;

    /** What is around the program, and what it does whichever of its classes is the root. */
    private final Map<String, String> sources = new HashMap<>(Map.of(
            "m.Memory",
            """
            package m;
            public abstract class Memory {
                public abstract int get(int a);
                public abstract void put(int a, int v);
            }""",
            "m.Parent",
            """
            package m;
            public class Parent extends Memory {
                private final byte[] bytes;
                protected Parent(byte[] bytes, int ignored) { this.bytes = bytes; }
                public final int get(int a) { return bytes[a]; }
                public final void put(int a, int v) { bytes[a] = (byte) v; }
            }""",
            "m.Table",
            "package m; public final class Table { public int call(int n) { return 2 * n; } }",
            "m.Runner",
            "package m; public interface Runner { void run(Table table); }",
            "k.Signal",
            """
            package k;
            public abstract class Signal extends RuntimeException {
                public static final Signal STOP = new Stop();
                public static final class Stop extends Signal { }
            }""",
            "k.Entry",
            """
            package k;
            public final class Entry {
                private final m.Memory mem;
                private final Root root;
                public Entry(m.Memory mem, Root root) { this.mem = mem; this.root = root; }
                public void run() { mem.put(0, root.twice(mem.get(1))); }
            }""",
            "k.Root",
            """
            package k;
            public final class Root {
                private static final int ONE = 1;
                private final m.Memory mem;
                private final m.Table table;
                private final Other other;
                public Root(m.Memory mem, m.Table table, Other other) {
                    this.mem = mem; this.table = table; this.other = other;
                }
                public int twice(int n) { return table.call(n); }
                public int guarded(int n) {
                    try {
                        mem.put(2, n > 0 ? other.checked(n) : -1);
                        return 1;
                    } catch (Signal.Stop stop) {
                        return same(0);
                    }
                }
                private static int same(int n) { return n; }
            }""",
            "k.Other",
            """
            package k;
            public final class Other {
                private final m.Memory mem;
                public Other(m.Memory mem) { this.mem = mem; }
                int checked(int n) {
                    m.Memory memory = mem;
                    if (n > 9) { throw Signal.STOP; }
                    for (int i = 0; i < n; i++) { memory.put(3, memory.get(3) + same(i)); }
                    return n;
                }
                private static int same(int n) { return n + 1; }
                public int unused() { return 7; }
            }"""));

    private Class<?> merge(String... roots) throws IOException, ClassNotFoundException {
        for (Map.Entry<String, byte[]> file : Compiler.compile(sources).entrySet()) {
            Path path = folder.resolve(file.getKey().replace('.', '/') + ".class");
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(List.of(NAMES));
        arguments.addAll(List.of(roots));
        MergeMain.main(arguments.toArray(String[]::new));
        return new FolderLoader().loadClass("m.All");
    }

    private final class FolderLoader extends ClassLoader {
        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                byte[] file = Files.readAllBytes(folder.resolve(name.replace('.', '/') + ".class"));
                return defineClass(name, file, 0, file.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void runsTheEntryWithTheTable() throws Exception {
        Class<?> all = merge("k.Root");
        byte[] bytes = {0, 21};
        Class<?> table = all.getClassLoader().loadClass("m.Table");

        all.getClassLoader()
                .loadClass("m.Runner")
                .getMethod("run", table)
                .invoke(newObject(all, bytes), table.getConstructor().newInstance());

        assertThat(bytes).containsExactly(42, 21);
    }

    @Test
    void callsMethodsOfOtherClassesAndCatchesWhatTheyThrow() throws Exception {
        Class<?> all = merge("k.Root");
        byte[] bytes = new byte[4];
        Object object = newObject(all, bytes);

        assertThat(all.getMethod("Root$guarded", int.class).invoke(object, 3)).isEqualTo(1);
        assertThat(bytes).containsExactly(0, 0, 3, 6);
        assertThat(all.getMethod("Root$guarded", int.class).invoke(object, 10)).isEqualTo(0);
        assertThat(all.getMethod("Root$guarded", int.class).invoke(object, 0)).isEqualTo(1);
        assertThat(bytes).containsExactly(0, 0, -1, 6);
    }

    @Test
    void leavesOutWhatNobodyCalls() throws Exception {
        Class<?> all = merge("k.Root");

        assertThat(Arrays.stream(all.getDeclaredMethods()).map(method -> method.getName()))
                .containsExactlyInAnyOrder(
                        "run", "Entry$run", "Root$twice", "Root$guarded", "Root$same", "Other$checked", "Other$same");
        assertThat(all.getDeclaredFields()).hasSize(1);
    }

    @Test
    void keepsThePublicMethodsOfAllRoots() throws Exception {
        Class<?> all = merge("k.Root", "k.Other");

        assertThat(Arrays.stream(all.getDeclaredMethods()).map(method -> method.getName()))
                .contains("Root$twice", "Other$unused");
    }

    @Test
    void refusesTwoClassesOfOneName() {
        sources.put("k.sub.Root", "package k.sub; public final class Root { public int twice(int n) { return n; } }");

        assertThatThrownBy(() -> merge("k.sub.Root"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Root$twice");
    }

    @Test
    void refusesTooFewArguments() {
        assertThatThrownBy(() -> MergeMain.main(new String[] {"k"})).hasMessageStartingWith("usage");
    }

    private static Object newObject(Class<?> all, byte[] bytes) throws ReflectiveOperationException {
        return all.getConstructor(byte[].class, int.class).newInstance(bytes, 0);
    }
}
