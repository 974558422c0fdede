package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.wasm.types.FunctionType;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.kernel.interp.CompiledCode;
import java.lang.reflect.Method;
import org.objectweb.asm.Type;

/**
 * A function that a module imports: a method of {@link CompiledCode}, by its name.
 *
 * @param module name of the module that the import names
 * @param name its name there, and the method's
 * @param type its type
 */
record ImportedFunction(String module, String name, FunctionType type) {
    /**
     * Sees to it that there is such a method.
     *
     * @throws EngineException if there is none of this name and type
     */
    ImportedFunction {
        String wanted = CodeType.of(type).plain();
        boolean exists = false;
        for (Method method : CompiledCode.class.getMethods()) {
            exists |= method.getName().equals(name)
                    && Type.getMethodDescriptor(method).equals(wanted);
        }
        if (!exists) {
            throw new EngineException("the kernel has no method " + name + wanted);
        }
    }
}
