package dev.moonlift.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.moonlift.runtime.memory.HeapMemory;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/** Limits of HotSpot, in bytes of bytecode, on which the interpreter's speed on the JVM depends. */
class KernelMethodSizesTest {
    /** What it inlines in all, the method itself included: half of it is left for what is hot. */
    private static final int DESIRED_METHOD_LIMIT = 8000;

    /** What it inlines at most in place of a frequent call. */
    private static final int FREQUENT_INLINE_SIZE = 325;

    @Test
    void theLoopLeavesRoomForWhatItCalls() throws IOException {
        assertThat(sizes().get("Interpreter$execute")).isBetween(1000, DESIRED_METHOD_LIMIT / 2);
    }

    @Test
    void whatTheLoopLeavesToOthersIsNotInlined() throws IOException {
        assertThat(sizes().get("Decoded$general")).isGreaterThan(FREQUENT_INLINE_SIZE);
    }

    /** At least as much as that, by method of the class that runs. */
    private static Map<String, Integer> sizes() throws IOException {
        Map<String, Integer> sizes = new HashMap<>();
        Class<?> type = HeapMemory.of(0, 0).getClass();
        try (InputStream classFile = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            new ClassReader(classFile).accept(sizer(sizes), 0);
        }
        return sizes;
    }

    private static ClassVisitor sizer(Map<String, Integer> sizes) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] thrown) {
                return new CodeSizeEvaluator(null) {
                    @Override
                    public void visitEnd() {
                        sizes.put(name, getMinSize());
                    }
                };
            }
        };
    }
}
