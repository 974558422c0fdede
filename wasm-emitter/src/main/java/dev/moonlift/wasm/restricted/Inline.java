package dev.moonlift.wasm.restricted;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the translator put a method's body in place of every call of it, however large it is: for what is on the path of
 * every program. On the JVM it means nothing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Inline {}
