/**
 * Events of Java Flight Recorder about the compiler of hot code: their names and fields are what operators rely on.
 *
 * <pre>
 *   {@link dev.moonlift.runtime.jit.flight.CompilationEvent}  dev.moonlift.Compilation  code was made or found
 *   {@link dev.moonlift.runtime.jit.flight.ExitEvent}         dev.moonlift.Exit         code was seen to have left
 *   {@link dev.moonlift.runtime.jit.flight.FallbackEvent}     dev.moonlift.Fallback     functions stay interpreted
 *   {@link dev.moonlift.runtime.jit.flight.EvictionEvent}     dev.moonlift.Eviction     a module left the cache
 * </pre>
 *
 * {@link dev.moonlift.runtime.jit.flight.FlightEvents} makes them. All are recorded unless the recording's settings say
 * otherwise, and cost nothing while nothing is recorded. Nothing here may be loaded where there is no module
 * {@code jdk.jfr}.
 */
package dev.moonlift.runtime.jit.flight;
