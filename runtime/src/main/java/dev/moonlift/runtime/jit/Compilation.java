package dev.moonlift.runtime.jit;

import dev.moonlift.frontend.bytecode.Instruction;
import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.wasm.ir.Callee;
import dev.moonlift.wasm.ir.Graph;
import dev.moonlift.wasm.ir.GraphVerifier;
import dev.moonlift.wasm.ir.LoopForest;
import dev.moonlift.wasm.ir.pass.CommonSubexpressions;
import dev.moonlift.wasm.ir.pass.ConstantFolding;
import dev.moonlift.wasm.ir.pass.CopyPropagation;
import dev.moonlift.wasm.ir.pass.CountedLoops;
import dev.moonlift.wasm.ir.pass.DeadCode;
import dev.moonlift.wasm.ir.pass.InductionVariables;
import dev.moonlift.wasm.ir.pass.LoopExits;
import dev.moonlift.wasm.ir.pass.LoopVersions;
import dev.moonlift.wasm.ir.pass.Pipeline;
import dev.moonlift.wasm.ir.pass.ProgramInliner;
import dev.moonlift.wasm.ir.pass.SimplifyControlFlow;
import dev.moonlift.wasm.ir.pass.UnreachableBlocks;
import dev.moonlift.wasm.lower.LoweringOptions;
import dev.moonlift.wasm.module.OriginMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The compilation of some functions, which may call one another directly, to a module.
 *
 * <p>What they return, and which of them are pure, depends on one another: both are found by supposing the best and
 * trying again with what turned out to be wrong.
 */
final class Compilation {
    /** How often passes run: what a third time changes is not worth its time (a thousandth of the instructions). */
    private static final int ROUNDS = 2;

    /** Blocks of a graph times its loops, up to which passes that go over all blocks for each loop are run. */
    private static final long MOST_BLOCKS_OF_ALL_LOOPS = 1_000_000;

    /** What follows the name of a function in those of its loops, before the number of the instruction. */
    static final String LOOP = ".loop";
    /** The code that stands where a function has none. */
    private static final String DECLINES = "declines";

    private final Map<Integer, CallTarget> known;
    private final Map<Integer, CodeUnit> units = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<Integer> borrowed = new ArrayList<>();
    private final int first;
    private int next;
    /** Names of the code that is left out, since the engine refuses it. */
    private final Set<String> leftOut = new HashSet<>();

    private Spills spills;
    private boolean isInlining = true;
    private boolean isVerifying;
    private int failsOneIn;

    /**
     * A compilation.
     *
     * @param known functions that have code already, by the addresses of their prototypes
     * @param first the first number to give to code
     */
    Compilation(Map<Integer, CallTarget> known, int first) {
        this.known = known;
        this.first = first;
        this.next = first;
    }

    /** Whether graphs are checked before they are made good: what is wrong with one fails the compilation. */
    void setVerifying(boolean verifies) {
        isVerifying = verifies;
    }

    /** Has one in so many checks fail at random, of the functions that are added from now on. */
    void failChecks(int oneIn) {
        failsOneIn = oneIn;
    }

    /** The number behind the last that was given to code. */
    int nextNumber() {
        return next;
    }

    /** What is compiled, for messages, in the order in which it was added. */
    List<String> labels() {
        return order.stream()
                .map(prototype -> units.get(prototype).label().toString())
                .toList();
    }

    /** Whether small functions are put in place of calls; they are unless this says otherwise. */
    void setInlining(boolean inlines) {
        isInlining = inlines;
    }

    boolean isInlining() {
        return isInlining;
    }

    /** Bytecode instructions of all functions. */
    int instructions() {
        return order.stream()
                .mapToInt(prototype -> units.get(prototype).function().code().length)
                .sum();
    }

    /** Adds a function. */
    void add(FunctionCode function, Profile profile) {
        add(function, profile, "");
    }

    /**
     * Adds a function.
     *
     * @param name by which it was called; its code does not depend on that
     */
    void add(FunctionCode function, Profile profile, String name) {
        Expectations expectations = new Expectations(function, profile, this::target);
        CodeUnit unit = CodeUnit.of(function, FunctionLabel.of(function, name), next, expectations, null, failsOneIn);
        if (profile.expectsNothing()) {
            Inference.complete(unit);
        }
        next += CodeUnit.numbers(function);
        order.add(function.prototype());
        units.put(function.prototype(), unit);
        units.put(function.prototype(), unit.with(signature(unit, profile)));
    }

    /** Adds a copy of a small function that has code already, so that it can be put in place of calls. */
    void borrow(CodeUnit unit) {
        borrowed.add(unit.function().prototype());
        units.put(unit.function().prototype(), unit);
    }

    /** Whether a function is probably faster with code than without. */
    boolean isWorthwhile(int prototype) {
        return new Worth(units.get(prototype)).isPositive();
    }

    /** How a function is called that may be among those that are compiled here. */
    private CallTarget target(int prototype) {
        CodeUnit unit = units.get(prototype);
        if (unit == null) {
            return known.get(prototype);
        }
        return unit.signature() == null ? null : target(unit);
    }

    private static CallTarget target(CodeUnit unit) {
        Callee local =
                new Callee(unit.name() + StatusInMemory.PAIR, unit.signature().graphType());
        return new CallTarget(unit.function().prototype(), unit.number(), unit.signature(), local);
    }

    /** What the code will depend on. */
    String key(String engine, LoweringOptions lowering) {
        CodeKey key = new CodeKey()
                .add(engine)
                .add(lowering.toString())
                .add(first)
                .add(isInlining)
                .add(failsOneIn);
        for (int prototype : order) {
            addTo(key, units.get(prototype));
        }
        for (int prototype : borrowed) {
            addTo(key, units.get(prototype));
            key.add(units.get(prototype).number());
        }
        Map<Integer, CallTarget> called = new TreeMap<>(known);
        called.keySet().retainAll(callees());
        called.forEach((prototype, target) -> key.add(prototype, target.isReplaceable() ? 0 : target.number())
                .add(target.signature().toString()));
        return key.finish();
    }

    /** Functions that may be called directly. */
    private Set<Integer> callees() {
        Set<Integer> callees = new HashSet<>();
        for (CodeUnit unit : units.values()) {
            Profile profile = unit.expectations().profile();
            for (int pc = 0; pc < unit.function().code().length; pc++) {
                Arrays.stream(profile.callees(pc)).forEach(callees::add);
            }
        }
        return callees;
    }

    private static void addTo(CodeKey key, CodeUnit unit) {
        unit.function().addTo(key);
        unit.expectations().profile().addTo(key);
    }

    /** Where instructions of the module come from, which may have been compiled for another guest. */
    CodePositions positions(byte[] wasm) {
        return new CodePositions(OriginMap.of(wasm), units.values());
    }

    /** The functions, with code that was compiled for another guest. */
    List<CodeModule.CompiledFunction> adopt(CodeImage code) {
        List<CodeModule.CompiledFunction> functions = new ArrayList<>();
        for (int n = 0; n < order.size(); n++) {
            CodeImage.Function function = code.functions().get(n);
            CodeUnit unit = units.get(order.get(n)).with(function.signature());
            functions.add(new CodeModule.CompiledFunction(unit, function.loops()));
        }
        return functions;
    }

    // --- signatures ---

    /** The signature to begin with; null if the function cannot be called directly. */
    private static Signature signature(CodeUnit unit, Profile profile) {
        FunctionCode function = unit.function();
        if (function.isVararg()) {
            return null;
        }
        List<Kind> parameters = new ArrayList<>();
        for (int p = 0; p < function.parameters(); p++) {
            Kind seen = profile.parameter(p);
            parameters.add(seen == null || function.captured().get(p) ? Kind.ANY : seen);
        }
        boolean hasResult = false;
        boolean hasNone = false;
        BitSet reached = unit.flow().reached();
        for (int pc = reached.nextSetBit(0); pc >= 0; pc = reached.nextSetBit(pc + 1)) {
            int i = function.code()[pc];
            if (ReturnForm.isReturn(i)) {
                int count = ReturnForm.count(i);
                hasResult |= count == 1;
                hasNone |= count == 0;
                if (count != 0 && count != 1) {
                    return null;
                }
            }
            // Whether what a last call calls gives one value as well is seen when all functions are known.
            hasResult |= (i & 0xFF) == Op.TAILCALL;
        }
        Signature.Results results =
                !hasResult ? Signature.Results.NONE : hasNone ? Signature.Results.ONE_OR_NONE : Signature.Results.ONE;
        Kind result = results == Signature.Results.ONE_OR_NONE ? Kind.ANY : null;
        return new Signature(parameters, result, results, !profile.isImpure());
    }

    /**
     * All functions have been added: takes the signatures back of those whose last calls are not direct ones of
     * functions with a result.
     */
    void settleSignatures() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int prototype : order) {
                CodeUnit unit = units.get(prototype);
                if (unit.signature() != null && !hasDirectTailCalls(unit)) {
                    units.put(prototype, unit.with(null));
                    changed = true;
                }
            }
        }
    }

    private static boolean hasDirectTailCalls(CodeUnit unit) {
        KindFlow flow = new KindFlow(unit, 0, atBeginning(unit));
        Profile profile = unit.expectations().profile();
        int[] code = unit.function().code();
        for (int pc = 0; pc < code.length; pc++) {
            boolean isUnseen = !profile.isVisited(pc) && !profile.isRefuted(pc);
            if ((code[pc] & 0xFF) == Op.TAILCALL && flow.isReached(pc) && !isUnseen) {
                List<CallTarget> targets = unit.expectations().targets(pc);
                boolean isBuiltin = unit.expectations().builtin(pc) >= 0
                        && !Expectations.closes(code[pc])
                        && unit.expectations().result(pc) != Kind.ANY;
                if (!isBuiltin && targets.isEmpty()
                        || !targets.isEmpty() && !givesOne(targets.get(0).signature())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a function always gives one value. */
    private static boolean givesOne(Signature signature) {
        return signature.results() == Signature.Results.ONE;
    }

    private static Kind[] atBeginning(CodeUnit unit) {
        Kind[] kinds = new Kind[unit.function().registers()];
        Arrays.fill(kinds, Kind.ANY);
        if (unit.signature() != null) {
            List<Kind> parameters = unit.signature().parameters();
            for (int p = 0; p < parameters.size(); p++) {
                kinds[p] = parameters.get(p);
            }
        }
        return kinds;
    }

    /**
     * Finds what the functions return: at first nothing is known, then more and more. Functions of which nothing
     * becomes known may return anything, and what others return may follow from that.
     */
    private void settleResults() {
        boolean isSettled = false;
        while (!isSettled) {
            isSettled = !updateResults() && !giveUnknownResults();
        }
    }

    private boolean updateResults() {
        boolean changed = false;
        for (int prototype : order) {
            CodeUnit unit = units.get(prototype);
            if (unit.signature() != null) {
                changed |= update(unit, new KindFlow(unit, 0, atBeginning(unit)).returned());
            }
        }
        return changed;
    }

    private boolean giveUnknownResults() {
        boolean changed = false;
        for (int prototype : order) {
            CodeUnit unit = units.get(prototype);
            if (unit.signature() != null && unit.signature().result() == null) {
                units.put(prototype, unit.with(unit.signature().withResult(Kind.ANY)));
                changed = true;
            }
        }
        return changed;
    }

    /** A result becomes known, and then may become ANY: nothing else ever happens to it. */
    private boolean update(CodeUnit unit, Kind returned) {
        Kind before = unit.signature().result();
        Kind now = returned == null ? before : before == null ? returned : before.join(returned);
        if (now == before) {
            return false;
        }
        units.put(unit.function().prototype(), unit.with(unit.signature().withResult(now)));
        return true;
    }

    // --- code ---

    /**
     * Leaves code of these names out from now on; false if that changes nothing, or leaves nothing of the function that
     * was added first.
     */
    boolean leaveOut(Set<String> names) {
        boolean changes = leftOut.addAll(names);
        CodeUnit unit = units.get(order.get(0));
        boolean isLoopLeft = unit.loopEnds().all().stream().anyMatch(pc -> !leftOut.contains(loopName(unit, pc)));
        return changes && (isLoopLeft || !isBeginningLeftOut(unit));
    }

    private boolean isBeginningLeftOut(CodeUnit unit) {
        return leftOut.contains(unit.name()) || leftOut.contains(beginningName(unit));
    }

    static String beginningName(CodeUnit unit) {
        return unit.name() + ".entry";
    }

    private static String loopName(CodeUnit unit, int end) {
        return unit.name() + LOOP + unit.loopEnds().entrance(end);
    }

    private static String continuationName(CodeUnit unit) {
        return unit.name() + ".continuation";
    }

    private static String continuationName(CodeUnit unit, int pc) {
        return continuationName(unit) + pc;
    }

    /** Compiles all that was added. */
    CodeModule compile(LoweringOptions options) {
        spills = new Spills(options.shortFunctions());
        for (int prototype : order) {
            if (isBeginningLeftOut(units.get(prototype))) {
                units.put(prototype, units.get(prototype).with(null));
            }
        }
        settleResults();
        Map<Integer, Graph> direct = compileDirect();
        List<Graph> graphs = new ArrayList<>();
        List<String> inTable = new ArrayList<>();
        List<CodeModule.CompiledFunction> functions = new ArrayList<>();
        borrowed.forEach(prototype -> graphs.add(direct.get(prototype)));
        for (int prototype : order) {
            CodeUnit unit = units.get(prototype);
            String beginning = beginningName(unit);
            if (isBeginningLeftOut(unit)) {
                graphs.add(FunctionCompiler.decline(beginning));
                inTable.add(beginning);
            } else if (unit.signature() != null) {
                graphs.add(direct.get(prototype));
                inTable.add(unit.name());
                graphs.add(FunctionCompiler.compileWrapper(unit, beginning, target(unit), spills));
            } else {
                graphs.add(FunctionCompiler.compile(unit, beginning, new KindFlow(unit, 0, atBeginning(unit)), spills));
                inTable.add(beginning);
            }
            inTable.add(beginning);
            int continuation = inTable.size();
            inTable.add(DECLINES);
            List<Integer> loops = compileLoops(unit, graphs, inTable);
            if (compileContinuations(unit, loops, graphs)) {
                inTable.set(continuation, continuationName(unit));
            }
            functions.add(new CodeModule.CompiledFunction(unit, loops));
            while (inTable.size() < unit.number() - first + CodeUnit.numbers(unit.function())) {
                inTable.add(beginning);
            }
        }
        if (inTable.contains(DECLINES)) {
            graphs.add(FunctionCompiler.decline(DECLINES));
        }
        return CodeModule.build(functions, optimize(graphs), first, inTable, options);
    }

    /** Makes the functions good, callees before their callers, so that small ones can be put in place of calls. */
    private List<Graph> optimize(List<Graph> graphs) {
        if (isVerifying) {
            graphs.forEach(GraphVerifier::verify);
        }
        Pipeline pipeline = Pipeline.of(true).withRounds(ROUNDS);
        if (isInlining) {
            CallsInPlace policy = new CallsInPlace(units.values(), graphs);
            // HotSpot puts functions that call themselves into themselves, if they are not long already.
            int mostForSecond = spills.areWanted() ? 0 : CallsInPlace.MOST_FOR_SECOND;
            new ProgramInliner(policy, pipeline, mostForSecond).run(graphs);
        } else {
            graphs.forEach(pipeline::run);
        }
        List<Graph> finished = new ArrayList<>();
        for (Graph graph : graphs) {
            boolean isPair = graph.name().endsWith(StatusInMemory.PAIR);
            Graph last = isPair ? StatusInMemory.of(graph) : graph;
            StatusInMemory.rewriteCalls(last);
            if (isPair) {
                new CopyPropagation().run(last);
                new SimplifyControlFlow().run(last);
                new ConstantFolding(true).run(last);
                new DeadCode().run(last);
            }
            finished.add(last);
        }
        finished.forEach(Compilation::reduce);
        if (spills.areWanted()) {
            List.copyOf(finished).forEach(graph -> finished.addAll(LoopExits.takeOut(graph)));
        }
        finished.addAll(spills.graphs(finished));
        return finished;
    }

    /**
     * Leaves loops one test and one counter each, and those that can be without them no other checks. Not where there
     * are so many loops in so long a graph that to go over it for each takes seconds.
     */
    private static void reduce(Graph graph) {
        if ((long) LoopForest.of(graph).loops().size() * graph.blockCount() > MOST_BLOCKS_OF_ALL_LOOPS) {
            return;
        }
        if (new CountedLoops().run(graph) | new InductionVariables().run(graph)) {
            new DeadCode().run(graph);
            new ConstantFolding(true).run(graph);
            new CommonSubexpressions().run(graph);
            new DeadCode().run(graph);
        }
        if (new LoopVersions().run(graph)) {
            UnreachableBlocks.remove(graph);
            new ConstantFolding(true).run(graph);
            new DeadCode().run(graph);
        }
    }

    private Map<Integer, Graph> compileDirect() {
        Map<Integer, Graph> graphs = new HashMap<>();
        boolean isSettled = false;
        while (!isSettled) {
            isSettled = true;
            List<Integer> all = new ArrayList<>(borrowed);
            all.addAll(order);
            for (int prototype : all) {
                CodeUnit unit = units.get(prototype);
                if (unit.signature() != null && !tryDirect(unit, graphs)) {
                    isSettled = false;
                }
            }
        }
        return graphs;
    }

    /** Compiles a function to be called directly; false if it is not pure as it was taken to be. */
    private boolean tryDirect(CodeUnit unit, Map<Integer, Graph> graphs) {
        try {
            KindFlow kinds = new KindFlow(unit, 0, atBeginning(unit));
            graphs.put(
                    unit.function().prototype(),
                    FunctionCompiler.compileDirect(unit, unit.name() + StatusInMemory.PAIR, kinds, spills));
            return true;
        } catch (ImpureException e) {
            int prototype = unit.function().prototype();
            units.put(prototype, unit.with(unit.signature().impure()));
            return false;
        }
    }

    private List<Integer> compileLoops(CodeUnit unit, List<Graph> graphs, List<String> inTable) {
        Map<Integer, Kind[]> entrances = entrances(unit);
        Set<Integer> compiled = new HashSet<>();
        entrances.forEach((pc, kinds) -> {
            KindFlow flow = new KindFlow(unit, pc, kinds, loop(unit, pc));
            if (!leftOut.contains(loopName(unit, pc))
                    && canEnter(unit.function().code()[pc], flow.entry().kinds())) {
                graphs.add(FunctionCompiler.compile(unit, loopName(unit, pc), flow, spills));
                compiled.add(pc);
            }
        });
        List<Integer> loops = new ArrayList<>();
        for (int pc : unit.loopEnds().all()) {
            if (compiled.contains(unit.loopEnds().entrance(pc))) {
                inTable.add(loopName(unit, pc));
                loops.add(pc);
            }
        }
        return loops;
    }

    /** The kinds of registers where the code of loops is entered: those that were seen at some end of each, if any. */
    private static Map<Integer, Kind[]> entrances(CodeUnit unit) {
        KindFlow whole = new KindFlow(unit, 0, atBeginning(unit));
        Map<Integer, Kind[]> entrances = new TreeMap<>();
        Map<Integer, Kind[]> seen = new TreeMap<>();
        for (int pc : unit.loopEnds().all()) {
            Kind[] kinds = atEntrance(unit, whole, pc);
            if (kinds != null) {
                boolean isSeen = unit.expectations().profile().atLoopEnd(pc) != null;
                (isSeen ? seen : entrances).merge(unit.loopEnds().entrance(pc), kinds, Profile::join);
            }
        }
        entrances.putAll(seen);
        return entrances;
    }

    private static boolean isJump(CodeUnit unit, int pc) {
        return (unit.function().code()[pc] & 0xFF) == Op.JMP;
    }

    /**
     * Compiles what a function does from where it goes on when another coroutine has run: up to the end of the loop
     * around that, and then the code of the loop, or to the function's end; false if there is nothing of that.
     */
    private boolean compileContinuations(CodeUnit unit, List<Integer> loops, List<Graph> graphs) {
        BitSet continuations = unit.continuations();
        if (continuations.isEmpty()) {
            return false;
        }
        Map<Integer, Callee> loopCode = new HashMap<>();
        loops.forEach(pc -> loopCode.put(pc, new Callee(loopName(unit, pc), Signature.OF_FRAMED_CODE)));
        Map<Integer, Callee> code = new TreeMap<>();
        KindFlow whole = new KindFlow(unit, 0, atBeginning(unit));
        for (int pc = continuations.nextSetBit(0); pc >= 0; pc = continuations.nextSetBit(pc + 1)) {
            String name = continuationName(unit, pc);
            Kind[] kinds = atEntrance(unit, whole, pc);
            int end = endOfLoop(unit, pc);
            if (pc == end) {
                code.computeIfAbsent(pc, loopCode::get);
            } else if (kinds != null && !leftOut.contains(name)) {
                KindFlow flow = new KindFlow(unit, pc, kinds, new Region(pc, end - 1));
                graphs.add(FunctionCompiler.compileContinuation(unit, name, flow, loopCode, spills));
                code.put(pc, new Callee(name, Signature.OF_FRAMED_CODE));
            }
        }
        if (!code.isEmpty() && !leftOut.contains(continuationName(unit))) {
            graphs.add(FunctionCompiler.goOn(unit, continuationName(unit), code, spills));
            return true;
        }
        return false;
    }

    /** The end of the innermost loop around an instruction, or that of the function. */
    private static int endOfLoop(CodeUnit unit, int pc) {
        int best = unit.function().code().length;
        for (int end : unit.loopEnds().all()) {
            if (loop(unit, end).contains(pc)) {
                best = Math.min(best, end);
            }
        }
        return best;
    }

    /**
     * The instructions of a loop. Behind it, the interpreter goes on, soon to come to the end of the loop around this,
     * or of the next: the code of all loops together is not much more than that of the function.
     */
    static Region loop(CodeUnit unit, int end) {
        return new Region(unit.loopEnds().beginning(end), end);
    }

    /**
     * The kinds that were seen where code is entered, or would be there by the whole function's flow. A jump behind a
     * test begins no block: there those count where it leads.
     */
    private static Kind[] atEntrance(CodeUnit unit, KindFlow whole, int pc) {
        Kind[] seen = unit.expectations().profile().atLoopEnd(pc);
        boolean isOfTest = isJump(unit, pc) && !unit.flow().isLeader(pc);
        Kind[] first = whole.first(isOfTest ? unit.flow().jumpTarget(pc) : pc);
        Kind[] kinds = seen != null ? seen.clone() : first;
        for (int r = 0; kinds != null && r < kinds.length; r++) {
            if (unit.function().captured().get(r)) {
                kinds[r] = Kind.ANY;
            }
        }
        return kinds;
    }

    /**
     * Whether code that begins at the end of a loop gets further than that: else it would be entered again and again.
     */
    private static boolean canEnter(int instruction, Kind[] kinds) {
        int a = Instruction.a(instruction);
        return (instruction & 0xFF) != Op.FORLOOP
                || kinds[a].isNumber() && kinds[a + 1] == kinds[a] && kinds[a + 2] == kinds[a];
    }
}
