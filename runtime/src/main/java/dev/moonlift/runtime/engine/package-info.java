/**
 * WebAssembly engines: what runs native code, if anything does.
 *
 * <p>An {@link dev.moonlift.runtime.engine.Engine} is found through {@link java.util.ServiceLoader}; another one is a
 * class that implements it and a line in {@code META-INF/services}. It compiles
 * {@linkplain dev.moonlift.runtime.engine.EngineModule modules}, which many
 * {@linkplain dev.moonlift.runtime.engine.EngineStore stores} may link, and a store holds what belongs to one guest: a
 * memory, and the modules that work on it, to which more may be added as long as it lives. Modules meet in a store by
 * name: the memory is {@code "moonlift" "memory"}, the kernel's exports are found under {@code "kernel"}.
 *
 * <p>The border is narrow: the host calls functions without parameters and results, and never is called back;
 * everything else passes through the memory. {@link dev.moonlift.runtime.engine.NativeKernel} is the kernel as such
 * code, made ready in the background; {@link dev.moonlift.runtime.engine.EngineChoice} what users choose.
 *
 * <p>What must stay true:
 *
 * <ul>
 *   <li>Native code runs on {@linkplain dev.moonlift.runtime.engine.Carriers carriers} only. Entered on a thread with
 *       little stack left, it would end the JVM.
 *   <li>That an engine cannot be used is an answer, with a reason, and never an exception or a crash: a library that is
 *       missing, broken, forbidden or for another platform.
 *   <li>A store is used by one thread at a time, and closed when nobody uses its memory any more.
 * </ul>
 */
package dev.moonlift.runtime.engine;
