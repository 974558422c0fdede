package dev.moonlift.runtime.kernel.lib;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which programs find a builtin: {@code print}, {@code string.rep}; on its constant in {@link Builtin}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface LibraryFunction {
    String value();
}
