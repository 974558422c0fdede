/**
 * Programs in a file together with what they were compiled to, so that they begin with compiled code.
 *
 * <h2>How code gets into a bundle and out of it</h2>
 *
 * A sandbox that was built for {@linkplain dev.moonlift.SandboxBuilder#training training} runs the program: what is hot
 * is compiled while the guest waits, and compiled anew where code turns out to expect too much. Then
 * {@link dev.moonlift.Sandbox#writeBundle} takes the modules that are in place, with the profiles that they rest on.
 * Where a bundle is loaded, in a sandbox with the same engine, the guest moves to its engine at once, and all code that
 * fits is put in place before the first call; code of functions that the program loads itself follows when they are
 * hot. Code fits a function that lies at the same address and has the same instructions and constants, these by
 * address, too: guests that load the same program first, with the same limit of memory, seed and capabilities, are
 * alike in that. What does not fit is interpreted, and compiled when it is hot, as ever; so is all if another build has
 * made the bundle.
 *
 * <h2>Format 1</h2>
 *
 * Numbers are big-endian. A text or {@code bytes} begins with its length in bytes, an int; texts are in UTF-8.
 *
 * <pre>
 *   text   "MLBUNDLE"
 *   int    1, the format
 *   text   name of the program, for messages
 *   bytes  the program
 *   long   limit of memory of the sandbox that made the code
 *   text   {@link dev.moonlift.runtime.jit.CodeVersion} of the build that did
 *   bytes  code, as {@link dev.moonlift.runtime.jit.PreparedCode} has it
 *            int    number of modules; each:
 *              text   key; text engine; int level; long milliseconds since 1970; long nanoseconds of compilation
 *              int    number of functions; each: text name, int number, signature, int count and ints: ends of loops
 *              int    instructions of bytecode
 *              bytes  the WebAssembly module
 *              int    functions to put in place; each: int prototype, int number, text hash, bytes profile
 *              int    callees; each: int prototype, int number, signature
 *   32     SHA-256 of all before
 * </pre>
 *
 * <h2>What is trusted</h2>
 *
 * The program is in the bundle as text and not as bytecode: bytecode is what the kernel trusts without looking, and
 * comes out of the compiler of the language only. To compile the text anew takes about as long as to read and verify
 * bytecode would. Whatever the bytes of a bundle are, reading them ends with a bundle or an exception.
 *
 * <p>The modules, however, are code that runs. They are checked to be valid, to import the guest's memory, its table of
 * code and the few functions that compiled code may ask for, and to run nothing when they are linked; so they are
 * confined to the guest's memory, as all WebAssembly is. Within the guest nothing binds them: they may run on without
 * paying fuel, so that no limit of fuel or time and no interrupt ends them, break what the kernel relies on, and call
 * each function that the host gave to the sandbox, with any arguments; and use the sandbox's streams and module folder
 * even if the guest was not granted them. The checksum tells damage, not intent. So a bundle deserves the trust that
 * the application's own code has: load those that you made yourself or that come from where your jars come from; load
 * others' programs as text.
 */
package dev.moonlift.runtime.bundle;
