package dev.moonlift.runtime.jit;

import dev.moonlift.compilation.CompilationException;
import dev.moonlift.compilation.CompilationStatistics;
import dev.moonlift.runtime.jit.JitListener.Code;
import dev.moonlift.runtime.jit.JitListener.Job;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.memory.Memory;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * The compiler of one guest: finds out what is hot, has it compiled in the background, and puts the code in place.
 *
 * <p>It looks at the guest when a slice of fuel ends. Whoever runs then has probably used most of it; its counters say
 * whether that is worth anything.
 */
public final class Jit {
    private static final System.Logger LOGGER = System.getLogger(Jit.class.getName());

    /** Slices in which nothing hot was found, after which the guest is looked at only at the end of usual slices. */
    private static final int QUIET = 50;

    /** By up to which part slices differ. */
    private static final int VARIATION = 32;

    /** Frames that a sample looks at: a hot loop may do its work in what it calls. */
    private static final int DEPTH = 3;

    /** Functions that are compiled together, and their instructions. */
    private static final int MOST_FUNCTIONS = 16;

    private static final int MOST_INSTRUCTIONS = 3000;
    /** Instructions of a function that is compiled once more for each caller. */
    private static final int MOST_BORROWED = 40;
    /** Times that it is compiled for what is expected of kinds; then for all kinds. */
    private static final int MOST_SPECIAL = 4;
    /** The same where checks fail at random, so that both kinds of code are tried. */
    private static final int MOST_SPECIAL_FAILING = 2;
    /** Times that a function is compiled; if the last code leaves often, it does. */
    private static final int MOST_COMPILATIONS = 8;
    /** Times that it is compiled besides, because what it calls is to be called otherwise. */
    private static final int MOST_RENEWALS = 16;

    private static final String NEW_CALLEE = "what it calls has new code";

    private final CodeEngine engine;
    private final Memory memory;
    private final RunningFunctions running;
    private final JitOptions options;
    private final Thresholds thresholds;
    private final ModuleCache cache;
    private final JitStatistics statistics;
    private final JitListener listener;
    private final FunctionNames names;
    private final Map<Integer, Integer> samples = new HashMap<>();
    private final WaitingCode waiting;
    private final Recollection recollection;
    private final Queue<Compiled> finished = new ConcurrentLinkedQueue<>();
    private final GuestCode installed;
    /** Functions that are to be compiled once more when they are seen running, and why. */
    private final Map<Integer, String> stale = new HashMap<>();
    /** Functions whose code is on its way. */
    private final Set<Integer> pending = new HashSet<>();
    /** Those of them that are compiled for {@link #NEW_CALLEE}. */
    private final Set<Integer> renewed = new HashSet<>();

    private final CodeNumbers numbers = new CodeNumbers();
    private boolean isBroken;
    private int quietSlices;
    /** Whether the running slice is one of the short ones. */
    private boolean isLookingClosely;
    /** How often the guest was looked at. */
    private int looks;

    private volatile boolean isClosed;
    /** What is to end the running call; null if nothing. */
    private volatile CompilationException failure;

    /**
     * The compiler of a guest.
     *
     * @param engine what its code runs on
     * @param memory the guest's, for good
     * @param cache where code is that others have had compiled
     * @param statistics of the guest
     */
    public Jit(CodeEngine engine, Memory memory, JitOptions options, ModuleCache cache, JitStatistics statistics) {
        this.engine = engine;
        this.memory = memory;
        this.running = new RunningFunctions(memory);
        this.installed = new GuestCode(memory);
        this.options = options;
        this.thresholds = options.thresholds();
        this.cache = cache;
        this.waiting = new WaitingCode(engine, cache);
        this.recollection = new Recollection(cache.experience(), engine, options);
        this.statistics = statistics;
        this.listener = JitBroadcast.of(statistics, options.listeners());
        this.names = new FunctionNames(memory);
    }

    /** @param code null if the engine has refused code out of a file: then there is nothing to put in place */
    private record Compiled(List<CodeModule.CompiledFunction> functions, CachedCode code, int freed) {}

    /** Units of fuel after which {@link #look} is to be called. */
    public int slice(int usual) {
        isLookingClosely = !isBroken && quietSlices < QUIET;
        if (!isLookingClosely) {
            return usual;
        }
        // Slices of one length might end in the same function always, where a program goes round in step with them.
        int variation = options.slice() / VARIATION;
        return options.slice() - (variation == 0 ? 0 : looks % variation);
    }

    /** What has happened so far. While the guest pauses. */
    public CompilationStatistics statistics() {
        return statistics.snapshot(installed.count());
    }

    /** The guest has used up a slice. On its carrier. */
    public void look() {
        attempt(this::lookAtGuest);
    }

    /** The guest pauses in the middle of a slice: what has been compiled is put in place. On its carrier. */
    public void placeFinished() {
        attempt(() -> {
            forgetFreed();
            installFinished();
        });
    }

    /** An error of the compiler's own ends compiling, not the guest, unless that is to be strict. */
    private void attempt(Runnable work) {
        if (isBroken) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            if (options.isStrict()) {
                throw e;
            }
            isBroken = true;
            LOGGER.log(Level.WARNING, "nothing more is compiled for a guest", e);
        }
    }

    private void lookAtGuest() {
        forgetFreed();
        installFinished();
        quietSlices++;
        looks++;
        learn();
        sample();
        if (options.isSynchronous()) {
            installFinished();
        }
    }

    /** Whether a compilation has failed and that is an error. */
    public boolean hasFailed() {
        return failure != null;
    }

    /** That error, which is forgotten then; null if there is none. */
    public CompilationException takeFailure() {
        CompilationException taken = failure;
        failure = null;
        return taken;
    }

    private void forgetFreed() {
        if (installed.forgetFreed()) {
            samples.keySet().retainAll(installed.prototypes());
            names.retain(installed.prototypes());
        }
    }

    // --- what to compile ---

    private void sample() {
        for (int frame : running.frames(DEPTH)) {
            int prototype = running.prototype(frame);
            if (!samples.containsKey(prototype)) {
                recall(prototype);
            }
            boolean counts = installed.contains(prototype) || running.hasReached(thresholds, prototype);
            int seen = samples.merge(prototype, counts ? 1 : 0, Integer::sum);
            boolean isHot = isDue(seen) && installed.certain(prototype) == null;
            if (isHot && waiting.isFor(prototype)) {
                placeWaiting();
            }
            String reason = stale.remove(prototype);
            if (reason != null) {
                compileOrRemove(prototype, frame, reason);
            } else if (isHot) {
                compile(prototype, frame, "seen running " + JitText.times(seen));
            } else if (isDueAgain(seen)) {
                lookAgain(prototype, frame);
            }
        }
    }

    /** A function is seen for the first time: if others had code for it, all that they had for this guest is taken. */
    private void recall(int prototype) {
        if (!installed.contains(prototype) && recollection.hasCode(FunctionCode.read(memory, prototype))) {
            waiting.add(
                    recollection.modules(HeapPrototypes.read(memory).values().stream()
                            .filter(function -> installed.certain(function.prototype()) == null)
                            .toList()),
                    numbers);
            placeWaiting();
            installFinished();
        }
    }

    /** Whether a function that was seen so often is looked at: what was not worth it then may be so later. */
    private boolean isDue(int seen) {
        int times = seen / thresholds.samples();
        boolean isPowerOf4 = Integer.bitCount(times) == 1 && Integer.numberOfTrailingZeros(times) % 2 == 0;
        return seen % thresholds.samples() == 0 && isPowerOf4;
    }

    /**
     * A function that was compiled when little was known of it, as at the program's beginning, is compiled once more.
     */
    private void lookAgain(int prototype, int frame) {
        InstalledCode code = installed.certain(prototype);
        boolean isFinal = code == null || code.isRemoved() || code.compilations() >= MOST_COMPILATIONS / 2;
        if (!isFinal
                && !pending.contains(prototype)
                && rehearse(frame).profile(prototype).addsTo(code.profile())) {
            compile(prototype, frame, "more is known of it");
        }
    }

    private boolean isDueAgain(int seen) {
        return seen % thresholds.samples() == 0 && Integer.bitCount(seen / thresholds.samples()) == 1;
    }

    private void compileOrRemove(int prototype, int frame, String reason) {
        InstalledCode code = installed.certain(prototype);
        int mostSpecial = options.failsOneIn() > 0 ? MOST_SPECIAL_FAILING : MOST_SPECIAL;
        boolean isRenewal = code != null && reason.equals(NEW_CALLEE) && code.renewals() < MOST_RENEWALS;
        if (code != null) {
            code.setOutdated();
        }
        if (code != null && code.compilations() >= mostSpecial) {
            code.profile().generalize();
        }
        if (code == null || isRenewal || code.compilations() < MOST_COMPILATIONS) {
            compile(prototype, frame, reason);
        } else if (!code.isRemoved()) {
            installed.remove(code);
            recollection.giveUp(code.function());
            listener.givenUp(code.unit().label().toString(), "compiled " + MOST_COMPILATIONS + " times, and " + reason);
        }
    }

    /** Looks where code has left since the last time because something was not as expected. */
    private void learn() {
        int report = memory.getInt(State.LAST_EXIT);
        if (report == 0) {
            return;
        }
        memory.putInt(State.LAST_EXIT, 0);
        InstalledCode code = installed.ofNumber(ExitReport.number(report));
        int pc = ExitReport.pc(report);
        int prototype = code == null ? 0 : code.function().prototype();
        if (code == null) {
            return;
        }
        InstalledCode.Exits exits = code.countExit(pc, looks);
        if (code.unit().loopEnds().all().contains(pc)) {
            lookAtLoopEnd(code, pc);
        }
        JitListener.Exit exit = code.exit(pc, names);
        listener.left(exit, exits.all());
        boolean isBeingSeenTo = pending.contains(prototype) || stale.containsKey(prototype) || code.isRemoved();
        if (isBeingSeenTo) {
            return;
        }
        code.profile().sawExit(pc);
        if (!isFrequent(code, exits)) {
            return;
        }
        boolean hasNewCallee = installed.hasNewCallee(code.unit(), pc);
        if (!hasNewCallee) {
            Profile profile = code.profile();
            if (profile.isRefuted(pc)) {
                profile.setImpure();
            }
            Kind[] atLoopEnd = code.seenAtLoopEnd(pc);
            if (atLoopEnd != null) {
                profile.learnLoopEnd(pc, atLoopEnd);
            }
            if (ExitReport.isOtherNumber(report)) {
                profile.refuteKind(pc);
            } else {
                profile.refute(pc);
            }
            code.setOutdated();
        }
        String reason = hasNewCallee ? NEW_CALLEE : "left at " + exit;
        stale.put(prototype, reason);
        recollection.keep(code, reason);
        quietSlices = 0;
    }

    /**
     * Whether exits are worth compiling anew: what is otherwise only now and then is not, again and again. In a long
     * slice one exit looks like many: so short ones follow.
     */
    private boolean isFrequent(InstalledCode code, InstalledCode.Exits exits) {
        if (!isLookingClosely && !options.isSynchronous()) {
            quietSlices = 0;
            return false;
        }
        int patience = thresholds.samples() << Math.max(0, code.compilations() - 2);
        return exits.together() % patience == 0;
    }

    /** Keeps what registers hold if the function is among those that run, in a loop: interpreted, then. */
    private void lookAtLoopEnd(InstalledCode code, int pc) {
        FunctionCode function = code.function();
        Region loop = Compilation.loop(code.unit(), pc);
        running.frames(DEPTH).stream()
                .filter(frame ->
                        running.prototype(frame) == function.prototype() && loop.contains(running.pc(frame, function)))
                .findFirst()
                .ifPresent(frame -> code.seeAtLoopEnd(pc, running.kinds(frame, function.registers())));
    }

    private void compile(int prototype, int frame, String reason) {
        if (pending.contains(prototype) || recollection.isHopeless(FunctionCode.read(memory, prototype))) {
            return;
        }
        Rehearsal rehearsal = rehearse(frame);
        if (rehearsal.functions().stream().anyMatch(function -> pending.contains(function.prototype()))) {
            // What it calls is being compiled: with that code in place, this can call it directly.
            stale.put(prototype, reason);
            return;
        }
        names.learn(frame, prototype);
        rehearsal.functions().forEach(function -> names.learn(function, rehearsal.profile(function.prototype())));
        Map<FunctionCode, Profile> chosen = new LinkedHashMap<>();
        int instructions = 0;
        for (FunctionCode function : rehearsal.functions()) {
            boolean isRoot = function.prototype() == prototype;
            boolean isWanted = installed.certain(function.prototype()) == null
                    && !pending.contains(function.prototype())
                    && !isBetterSeenItself(function, rehearsal.profile(function.prototype()))
                    && chosen.size() < MOST_FUNCTIONS
                    && instructions + function.code().length < MOST_INSTRUCTIONS;
            if (isRoot || isWanted) {
                instructions += function.code().length;
                chosen.put(function, profile(rehearsal, function.prototype()));
            }
        }
        int first = findNumbers(chosen);
        if (first < 0) {
            return;
        }
        Compilation compilation = new Compilation(installed.targets(prototype), first);
        compilation.setInlining(options.level() >= JitOptions.INLINE);
        compilation.setVerifying(options.isStrict());
        compilation.failChecks(options.failsOneIn());
        List<Integer> together = new ArrayList<>();
        chosen.forEach((function, profile) -> {
            together.add(function.prototype());
            compilation.add(function, profile, names.of(function.prototype()));
        });
        if (options.level() >= JitOptions.INLINE) {
            borrow(compilation, rehearsal, together);
        }
        compilation.settleSignatures();
        boolean isRepeated = installed.contains(prototype);
        if (!isRepeated && !options.isEager() && !compilation.isWorthwhile(prototype)) {
            return;
        }
        pending.addAll(together);
        if (reason.equals(NEW_CALLEE)) {
            renewed.add(prototype);
        }
        numbers.take(first, compilation.nextNumber() - first);
        quietSlices = 0;
        request(
                compilation,
                new Job(
                        compilation.labels(),
                        reason,
                        options.level(),
                        compilation.instructions(),
                        isRepeated,
                        engine.name()));
    }

    private void request(Compilation compilation, Job job) {
        int freed = memory.getInt(State.FREED_PROTOTYPES);
        String key = compilation.key(engine.name(), engine.lowering());
        CompilationTask task = new CompilationTask(compilation, job, key, engine, cache, listener);
        CountDownLatch isAnswered = new CountDownLatch(1);
        Executor executor = options.isSynchronous() ? Runnable::run : CompilerThreads.shared();
        cache.request(key, task, executor, code -> {
            if (code == null) {
                fail(job, task, cache.problem(key));
            } else {
                if (!task.hasRun()) {
                    listener.compiled(job, new Code(code.bytes(), 0, true));
                }
                finish(new Compiled(compilation.adopt(code.image()), code, freed));
            }
            isAnswered.countDown();
        });
        if (options.isSynchronous()) {
            await(isAnswered);
        }
    }

    private void fail(Job job, CompilationTask task, Throwable problem) {
        if (!task.hasRun()) {
            listener.failed(job, problem);
        }
        if (options.isStrict() && !(problem instanceof CodeRefusal)) {
            failure = new CompilationException(job.function(), JitText.reason(problem), problem);
        }
    }

    /** Another guest may be compiling the same. */
    private static void await(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Any thread may say that code is finished; nobody needs it if the guest has ended. */
    private void finish(Compiled compiled) {
        finished.add(compiled);
        if (isClosed) {
            close();
        }
    }

    /** The guest has ended: lets go of code that was on its way. */
    public void close() {
        isClosed = true;
        for (Compiled compiled = finished.poll(); compiled != null; compiled = finished.poll()) {
            release(compiled);
        }
    }

    private static void release(Compiled compiled) {
        if (compiled.code() != null) {
            compiled.code().release();
        }
    }

    /**
     * Whether a function that was called with arguments of which nothing is known has a loop: it will be seen running,
     * with its arguments, while code that expects nothing of them is slow and never left.
     */
    private static boolean isBetterSeenItself(FunctionCode function, Profile profile) {
        return !new LoopEnds(function).all().isEmpty()
                && IntStream.range(0, function.parameters()).anyMatch(p -> profile.parameter(p) == null);
    }

    private int findNumbers(Map<FunctionCode, Profile> functions) {
        CodeKey key = new CodeKey();
        int count = 0;
        for (Map.Entry<FunctionCode, Profile> function : functions.entrySet()) {
            function.getKey().addTo(key);
            function.getValue().addTo(key);
            count += CodeUnit.numbers(function.getKey());
        }
        return numbers.find(key.finish(), count);
    }

    /** What is known of a frame's function, and of those that it calls. */
    private Rehearsal rehearse(int frame) {
        Rehearsal rehearsal = new Rehearsal(memory);
        if (options.level() >= JitOptions.EXPECT) {
            boolean isCompiled = installed.certain(running.prototype(frame)) != null;
            rehearsal.play(frame, isCompiled);
            int caller = isCompiled ? running.callerOf(frame, DEPTH) : 0;
            if (caller != 0) {
                rehearsal.playCaller(caller, installed.certain(running.prototype(caller)) != null);
            }
        } else {
            rehearsal.read(running.prototype(frame));
        }
        return rehearsal;
    }

    /** Has small functions that call no others directly put in place of calls. */
    private void borrow(Compilation compilation, Rehearsal rehearsal, List<Integer> together) {
        for (FunctionCode function : rehearsal.functions()) {
            InstalledCode code = installed.certain(function.prototype());
            if (code != null && !together.contains(function.prototype()) && isBorrowed(code)) {
                compilation.borrow(code.unit());
            }
        }
    }

    private static boolean isBorrowed(InstalledCode code) {
        int instructions = code.function().code().length;
        return !code.isRemoved()
                && !code.isOutdated()
                && code.unit().signature() != null
                && instructions <= MOST_BORROWED
                && IntStream.range(0, instructions)
                        .allMatch(pc -> code.unit().expectations().targets(pc).isEmpty());
    }

    private Profile profile(Rehearsal rehearsal, int prototype) {
        Profile profile = rehearsal.profile(prototype);
        InstalledCode before = installed.certain(prototype);
        if (before != null) {
            profile.inherit(before.profile());
            profile.generalizeWrites();
        }
        return profile;
    }

    // --- putting code in place ---

    private void installFinished() {
        for (Compiled compiled = finished.poll(); compiled != null; compiled = finished.poll()) {
            install(compiled);
        }
    }

    /** Puts code in place, of those functions that are there still. */
    private void install(Compiled compiled) {
        boolean isRecent = memory.getInt(State.FREED_PROTOTYPES) == compiled.freed();
        List<CodeModule.CompiledFunction> present = new ArrayList<>();
        for (CodeModule.CompiledFunction function : compiled.functions()) {
            FunctionCode code = function.unit().function();
            pending.remove(code.prototype());
            boolean isThere = compiled.code() != null
                    && (isRecent || running.isRunning(code.prototype()))
                    && FunctionCode.read(memory, code.prototype()).isSame(code);
            if (isThere) {
                present.add(function);
            } else {
                samples.remove(code.prototype());
                renewed.remove(code.prototype());
            }
        }
        if (!present.isEmpty()) {
            int number = compiled.functions().get(0).unit().number();
            engine.link("code" + number, compiled.code().module());
            present.forEach(function -> install(function, compiled.code()));
        }
        release(compiled);
    }

    // --- code that is there before the guest runs ---

    /**
     * Puts code in place that was prepared, as far as it fits what is there; the rest waits for what the guest will
     * load. Before the guest runs anything that could be compiled.
     */
    public void place(PreparedCode prepared) {
        waiting.add(
                prepared.modules().stream().map(PreparedModule::withKeyOfBytes).toList(), numbers);
        await(placeWaiting());
        installFinished();
    }

    /** Asks for all code that has waited for functions that are there now. */
    private CountDownLatch placeWaiting() {
        int freed = memory.getInt(State.FREED_PROTOTYPES);
        List<WaitingCode.Fitting> fitting = waiting.take(HeapPrototypes.read(memory));
        CountDownLatch areReady = new CountDownLatch(fitting.size());
        for (WaitingCode.Fitting code : fitting) {
            code.functions()
                    .forEach(function -> pending.add(function.unit().function().prototype()));
            waiting.request(code.code(), loaded -> {
                finish(new Compiled(code.functions(), loaded, freed));
                areReady.countDown();
            });
        }
        return areReady;
    }

    /** The code that is in place now, for another guest that will run the same program. */
    public PreparedCode prepare() {
        return installed.prepare();
    }

    private void install(CodeModule.CompiledFunction compiled, CachedCode module) {
        CodeUnit unit = compiled.unit();
        FunctionCode function = unit.function();
        InstalledCode before = installed.get(function.prototype());
        InstalledCode code = renewed.remove(function.prototype()) && before != null
                ? new InstalledCode(compiled, module, before.compilations(), before.renewals() + 1)
                : new InstalledCode(compiled, module, before == null ? 1 : before.compilations() + 1, renewals(before));
        installed.put(code, options.isEager() || new Worth(unit).isWorthEntering());
        if (before != null) {
            renewCallers(code);
        }
        String outdated = recollection.takeOutdated(function.prototype());
        if (outdated != null) {
            code.setOutdated();
            stale.put(function.prototype(), outdated);
        }
        recollection.keep(code, outdated);
        listener.installed(unit.label().toString(), before == null);
    }

    private static int renewals(InstalledCode before) {
        return before == null ? 0 : before.renewals();
    }

    /** Has functions compiled anew that call a function as it cannot be called any more, if they are still running. */
    private void renewCallers(InstalledCode callee) {
        for (InstalledCode caller : installed.outdatedCallers(callee)) {
            int prototype = caller.function().prototype();
            if (!pending.contains(prototype)) {
                stale.putIfAbsent(prototype, NEW_CALLEE);
            }
        }
    }
}
