package dev.moonlift.wasm.restricted;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that lives among restricted Java without being it: names and tables that the host reads at boot, with
 * strings, arrays and static initialisers as it needs them. It is not translated, so restricted Java that calls its
 * methods or reads its variables is refused.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Constants {}
