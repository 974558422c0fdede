package dev.moonlift.runtime.jit.chicory;

import com.dylibso.chicory.wasm.types.FunctionType;
import dev.moonlift.runtime.engine.EngineException;
import dev.moonlift.runtime.kernel.interp.CompiledCode;
import dev.moonlift.runtime.kernel.interp.LeafRequests;
import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * A function that a module imports: a method of {@link CompiledCode} or {@link LeafRequests}, by its name.
 *
 * @param module name of the module that the import names
 * @param name its name there, and the method's
 * @param type its type
 * @param owner the class that has the method
 */
record ImportedFunction(String module, String name, FunctionType type, Class<?> owner) {
    private static final List<Class<?>> OWNERS = List.of(CompiledCode.class, LeafRequests.class);

    /**
     * The function of a name and a type.
     *
     * @throws EngineException if there is no such method
     */
    static ImportedFunction of(String module, String name, FunctionType type) {
        String wanted = CodeType.of(type).plain();
        for (Class<?> owner : OWNERS) {
            for (Method method : owner.getMethods()) {
                if (method.getName().equals(name)
                        && Type.getMethodDescriptor(method).equals(wanted)) {
                    return new ImportedFunction(module, name, type, owner);
                }
            }
        }
        throw new EngineException("the kernel has no method " + name + wanted);
    }

    /** The method's name in the class that is kernel and memory in one. */
    String mergedName() {
        return owner.getSimpleName() + "$" + name;
    }
}
