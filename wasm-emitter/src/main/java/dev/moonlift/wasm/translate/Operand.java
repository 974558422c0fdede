package dev.moonlift.wasm.translate;

import dev.moonlift.wasm.ir.Value;
import dev.moonlift.wasm.module.ValueType;

/** What an entry of the operand stack or a local holds while a method is translated. */
sealed interface Operand {

    /** Whether the JVM counts it as two entries. */
    boolean isWide();

    /** A number, which is there when the program runs. */
    record Number(Value value) implements Operand {
        @Override
        public boolean isWide() {
            return value.type() == ValueType.I64 || value.type() == ValueType.F64;
        }
    }

    /** A collaborator, the memory or a signal: known by its class, and nothing when the program runs. */
    record Reference(String type) implements Operand {
        @Override
        public boolean isWide() {
            return false;
        }
    }
}
