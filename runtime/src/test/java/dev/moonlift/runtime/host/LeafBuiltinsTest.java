package dev.moonlift.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.kernel.lib.Builtin;
import dev.moonlift.runtime.kernel.lib.LeafBuiltins;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What is said to be done without a frame is what is done: the numbers stand in one switch, and in two that do it. */
class LeafBuiltinsTest {
    @Test
    void functionsAreLeavesThatAreRunWithoutFrames() throws ReflectiveOperationException, IOException {
        Set<Integer> run = cases("runString");
        assertThat(run).allMatch(id -> id >> Builtin.LIBRARY_SHIFT == Builtin.LIBRARY_STRING);
        run.addAll(cases("runOther"));

        assertThat(run).hasSizeGreaterThan(20).isEqualTo(cases("isLeaf"));
        for (Field field : Builtin.class.getFields()) {
            int id = field.getInt(null);
            // Both switches leave mathematical functions to the same method.
            if (id >> Builtin.LIBRARY_SHIFT != Builtin.LIBRARY_MATH) {
                assertThat(LeafBuiltins.isLeaf(id)).as(field.getName()).isEqualTo(run.contains(id));
            }
        }
    }

    /** Numbers that have a case of their own in the switch of a method. */
    private static Set<Integer> cases(String method) throws IOException {
        Set<Integer> cases = new TreeSet<>();
        try (InputStream classFile = LeafBuiltins.class.getResourceAsStream("LeafBuiltins.class")) {
            new ClassReader(classFile)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String name, String type, String signature, String[] thrown) {
                                    return name.equals(method) ? new Cases(cases) : null;
                                }
                            },
                            0);
        }
        return cases;
    }

    private static final class Cases extends MethodVisitor {
        private final Set<Integer> found;

        Cases(Set<Integer> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            for (int i = 0; i < keys.length; i++) {
                add(keys[i], labels[i], other);
            }
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label other, Label... labels) {
            for (int i = 0; i < labels.length; i++) {
                add(min + i, labels[i], other);
            }
        }

        private void add(int key, Label label, Label other) {
            if (label != other) {
                found.add(key);
            }
        }
    }
}
