/**
 * The compiler of hot guest functions and loops, and what connects its code with the kernel.
 *
 * <p>At one of three levels ({@link dev.moonlift.runtime.jit.JitOptions}), the third unless another is asked for. Level
 * 1 does not rehearse, so that nothing is expected but what follows from a function's own bytecode; at level 2 nothing
 * is inlined.
 *
 * <pre>
 *   {@link dev.moonlift.runtime.jit.Jit}
 *       looks at the guest between slices of fuel: what is hot is compiled in the background, and put in place while
 *       the guest pauses; what has left its code again and again is compiled anew, expecting less, after some times
 *       nothing of kinds, and what was compiled when little was known of it, expecting more
 *   {@link dev.moonlift.runtime.jit.RunningFunctions}, {@link dev.moonlift.runtime.jit.Thresholds}
 *       what the guest is doing when it is looked at, and whether a function's counters make it hot
 *   {@link dev.moonlift.runtime.jit.GuestCode}, {@link dev.moonlift.runtime.jit.CodePlacement}
 *       which of its functions have code; how that is put in place in its memory
 *   {@link dev.moonlift.runtime.jit.Rehearsal} with {@link dev.moonlift.runtime.jit.Activation},
 *   {@link dev.moonlift.runtime.jit.HeapReader}, {@link dev.moonlift.runtime.jit.CreatedClosures},
 *   {@link dev.moonlift.runtime.jit.Operation}, {@link dev.moonlift.runtime.jit.NumericLoop}
 *       play the function on from where it is, without changing the guest, and what it calls; that gives a
 *       {@link dev.moonlift.runtime.jit.Profile} of each function seen: kinds of results, whom calls call, where
 *       fields are
 *   {@link dev.moonlift.runtime.jit.Worth}
 *       whether code would be faster than the interpreter
 *   {@link dev.moonlift.runtime.jit.Compilation}
 *       a function and those that it calls, together: how each is called ({@link dev.moonlift.runtime.jit.Signature}),
 *       then their graphs; small functions are put in place of calls, those that call themselves once in themselves
 *   {@link dev.moonlift.runtime.jit.FunctionCode}, {@link dev.moonlift.runtime.jit.Flow},
 *   {@link dev.moonlift.runtime.jit.LoopEnds}, {@link dev.moonlift.runtime.jit.Liveness},
 *   {@link dev.moonlift.runtime.jit.LoopConstants}, {@link dev.moonlift.runtime.jit.KindFlow}
 *       bytecode and constants, blocks, where loops end, which registers are live, which of them loops leave as they
 *       are, and what each of them holds at beginnings of blocks
 *   {@link dev.moonlift.runtime.jit.Constructors}
 *       where fields of tables come to lie that the function makes
 *   {@link dev.moonlift.runtime.jit.FunctionCompiler}
 *       bytecode to a graph, with those for arithmetic, comparisons, tables, new tables, closures, extra arguments,
 *       calls, last calls, protected calls, returns, variables that end, metamethods, concatenations, loops over
 *       numbers, over tables and library functions; all write through an {@link dev.moonlift.runtime.jit.Emission}
 *   {@link dev.moonlift.runtime.jit.FieldPaths}, {@link dev.moonlift.runtime.jit.FieldFinder},
 *   {@link dev.moonlift.runtime.jit.KnownNodes}
 *       inline caches: where fields were found, how code looks there, and what it need not look for once more
 *   {@link dev.moonlift.runtime.jit.Part}
 *       parts of memory that code tells apart, so that loads of what nobody has written to are done once
 *   {@link dev.moonlift.runtime.jit.Spills}
 *       ways out of code as functions that all share, for the JVM, which compiles no long methods
 *   {@link dev.moonlift.runtime.jit.CodeModule}, {@link dev.moonlift.runtime.jit.CodeEngine}
 *       a module of all that; what makes it run
 *   {@link dev.moonlift.runtime.jit.CompilationTask}, {@link dev.moonlift.runtime.jit.CompilerThreads}
 *       that work for one of the compiler's threads, of which all guests share a few
 *   {@link dev.moonlift.runtime.jit.ModuleCache}
 *       modules that guests running the same program share; what several ask for at once is compiled once
 *   {@link dev.moonlift.runtime.jit.Experience}, {@link dev.moonlift.runtime.jit.Recollection}
 *       the code that functions had last, and what was learned of them: guests that run the same program later begin
 *       with that
 *   {@link dev.moonlift.runtime.jit.CodeFolder}, {@link dev.moonlift.runtime.jit.StoredCode}
 *       files through which modules outlive the process
 *   {@link dev.moonlift.runtime.jit.PreparedCode}
 *       code of a guest that ran a program before, to be in place when another begins: for
 *       {@link dev.moonlift.runtime.bundle bundles}
 *   {@link dev.moonlift.runtime.jit.JitListener}
 *       is told what happens: {@link dev.moonlift.runtime.jit.JitStatistics},
 *       {@link dev.moonlift.runtime.jit.JitText} for traces and the log,
 *       {@link dev.moonlift.runtime.jit.flight.FlightEvents} for Java Flight Recorder,
 *       {@link dev.moonlift.runtime.jit.JitDump}; with {@link dev.moonlift.runtime.jit.FunctionNames},
 *       {@link dev.moonlift.runtime.jit.ExitReasons} and {@link dev.moonlift.runtime.jit.CodePositions}, which say it
 *       in the program's terms
 * </pre>
 *
 * <h2>Compiled code and the interpreter</h2>
 *
 * A function has up to four kinds of code, by consecutive numbers in the kernel's table of code:
 *
 * <pre>
 *   n      called directly, by compiled code: arguments and result unboxed, see
 *          {@link dev.moonlift.runtime.jit.Signature}
 *   n + 1  takes the address of a frame whose registers are in their slots, from the function's beginning on
 *   n + 2  goes on at the frame's PC where another coroutine has run before a call returned, up to the end of the loop
 *          around that, and on in that loop's code
 *   n + 3  as n + 1 from the end of a loop on, and so on for other ends; the code of a loop ends where the loop does,
 *          and that of one which just jumps back in several places is the same for them all
 * </pre>
 *
 * All but the first answer a {@link dev.moonlift.runtime.kernel.interp.CompiledStatus}. The interpreter comes to them
 * through {@link dev.moonlift.runtime.kernel.interp.CompiledOp instructions} that are written into the guest's memory:
 * behind a function's code, where {@code Prototype.ENTRY} leads, and over the end of a loop. What goes on is for the
 * kernel only, where compiled code resumes a coroutine, which then runs nested in it: so no instruction leads there,
 * and where there is nothing, the interpreter comes to the end of the loop. Code may leave to the interpreter at any
 * instruction, with that instruction's address in the frame's PC and every live register in its slot: there is no other
 * state. A pure function, which never asks the kernel, has not even a frame until it leaves; then it writes its frame,
 * and each of its callers in turn writes its own, as the status comes back to it. A function that calls itself last
 * goes on at its beginning, in the same frame.
 *
 * <p>What must stay true:
 *
 * <ul>
 *   <li>Values are held unboxed where {@link dev.moonlift.runtime.jit.KindFlow} knows their kind; anything else, and
 *       whatever a closure captured or a TBC names, is in its slot always; what a TFORPREP names is in its slot there,
 *       and nothing writes to it until the loop has ended. The collector runs only while the kernel does a request; and
 *       before a request to the kernel ({@code general}, {@code call} and their like of
 *       {@link dev.moonlift.runtime.kernel.interp.CompiledCode}) all live registers and the fuel are in memory. So the
 *       collector finds every reference.
 *   <li>If a request is answered with 0, frame and registers are where they were: stacks and frames that have moved
 *       make the code leave.
 *   <li>What is expected is checked where it matters; a failed check leaves, and says where in {@code State.LAST_EXIT}.
 *       Only the last before a look at the guest is seen, so exits are sampled, not counted. The guest is the same if a
 *       check fails that holds: tests have them do so, see {@link dev.moonlift.runtime.jit.RandomFailures}. Blocks for
 *       which that is not so, since something has been done already or the branch is the program's own, are no
 *       {@linkplain dev.moonlift.runtime.jit.Emission#escape escapes}.
 *   <li>Names, sources and lines of functions do not change their code: code out of the cache may have in its name
 *       section the names of the guest that had it compiled.
 *   <li>Addresses of prototypes say nothing once one has been freed: another may lie there.
 *   <li>No signal passes through compiled code.
 *   <li>Small tables are made in line: cells are taken as {@link dev.moonlift.runtime.kernel.heap.Heap} does it, and
 *       accounted for, if no collection becomes due.
 *   <li>Fuel is paid as the interpreter pays it: for each call and each jump backwards. Only what a collection costs
 *       may differ, see {@link dev.moonlift.runtime.kernel.FuelCost}.
 *   <li>A library function without a frame, in line or by {@code LeafRequests.builtin}, raises no error, calls nothing,
 *       and has no collection due behind it: so nobody can tell.
 *   <li>Stacks grow where the interpreter grows them: a direct call, or a library function done in line, for which
 *       there is no room is left to the interpreter.
 *   <li>Code is put in place only while no prototype has been freed since it was read, or for functions that run.
 *   <li>Two compilations with the same key give the same code: the key covers all that code depends on but the build,
 *       and files are marked with that, see {@link dev.moonlift.runtime.jit.CodeVersion}. What has no key that was
 *       found out here, code out of a bundle, is known by its bytes and put in place only in functions that are the
 *       same as those it was made of, addresses included.
 * </ul>
 *
 * <p>Code that another module calls directly may be replaced: callers ask for a {@code Prototype.SIGNATURE}, and call
 * whatever function has it. Those of the same module are known by their numbers, and compiled anew with what they call.
 *
 * <p>Not yet: tail calls with arguments in slots without the kernel, results of more than one value unboxed. What slots
 * of dead registers hold may differ from what the interpreter leaves there, so an object may be freed at another time.
 */
package dev.moonlift.runtime.jit;
