/** What compiling hot code costs: {@code conformance compiler}. */
package dev.moonlift.conformance.compiler;
