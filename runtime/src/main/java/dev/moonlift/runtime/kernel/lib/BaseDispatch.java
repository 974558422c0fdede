package dev.moonlift.runtime.kernel.lib;

/** From a number of {@link Builtin} to the method: the basic functions. */
public final class BaseDispatch {
    private final BaseLibrary base;
    private final ProtectedCalls protectedCalls;
    private final LoadLibrary loading;
    private final CollectorLibrary collectors;
    private final Warnings warnings;
    private final ModuleLibrary modules;

    public BaseDispatch(
            BaseLibrary base,
            ProtectedCalls protectedCalls,
            LoadLibrary loading,
            CollectorLibrary collectors,
            Warnings warnings,
            ModuleLibrary modules) {
        this.base = base;
        this.protectedCalls = protectedCalls;
        this.loading = loading;
        this.collectors = collectors;
        this.warnings = warnings;
        this.modules = modules;
    }

    /** See {@link Library#call}. */
    @SuppressWarnings("checkstyle:methodlength")
    public int call(int id, int func, int count) {
        switch (id) {
            case Builtin.ASSERT:
                return base.assertTrue(func, count);
            case Builtin.COLLECTGARBAGE:
                return collectors.collectGarbage(func, count);
            case Builtin.ERROR:
                return base.error(func, count);
            case Builtin.GETMETATABLE:
                return base.getMetatable(func, count);
            case Builtin.IPAIRS:
                return base.ipairs(func, count);
            case Builtin.LOAD:
                return loading.load(func, count);
            case Builtin.NEXT:
                return base.next(func, count);
            case Builtin.PAIRS:
                return base.pairs(func, count);
            case Builtin.PCALL:
                return protectedCalls.pcall(func, count);
            case Builtin.PRINT:
                return base.print(func, count);
            case Builtin.RAWEQUAL:
                return base.rawEqual(func, count);
            case Builtin.RAWGET:
                return base.rawGet(func, count);
            case Builtin.RAWLEN:
                return base.rawLength(func, count);
            case Builtin.RAWSET:
                return base.rawSet(func, count);
            case Builtin.SELECT:
                return base.select(func, count);
            case Builtin.SETMETATABLE:
                return base.setMetatable(func, count);
            case Builtin.TONUMBER:
                return base.toNumber(func, count);
            case Builtin.TOSTRING:
                return base.toText(func, count);
            case Builtin.TYPE:
                return base.type(func, count);
            case Builtin.WARN:
                return warnings.warn(func, count);
            case Builtin.XPCALL:
                return protectedCalls.xpcall(func, count);
            case Builtin.DOFILE:
                return modules.dofile(func, count);
            case Builtin.LOADFILE:
                return modules.loadfile(func, count);
            case Builtin.REQUIRE:
                return modules.require(func, count);
            case Builtin.IPAIRS_NEXT:
                return base.ipairsNext(func, count);
            case Builtin.HOST_ENTRY:
                return protectedCalls.hostEntry(func, count);
            case Builtin.FINALIZE:
                return protectedCalls.finalizeDue(func, count);
            case Builtin.MESSAGE_HANDLER:
                return protectedCalls.messageHandler(func, count);
            default:
                return 0;
        }
    }

    /** See {@link Library#step}. */
    public int step(int id, int func, int count, int step, int callee, int results) {
        switch (id) {
            case Builtin.COLLECTGARBAGE:
                return collectors.collectGarbageStep(func, count, step, callee, results);
            case Builtin.LOAD:
                return loading.loadStep(func, count, step, callee, results);
            case Builtin.PAIRS:
                return base.pairsStep(func, count, step, callee, results);
            case Builtin.PCALL:
                return protectedCalls.pcallStep(func, count, step, callee, results);
            case Builtin.PRINT:
                return base.printStep(func, count, step, callee, results);
            case Builtin.TOSTRING:
                return base.toTextStep(func, count, step, callee, results);
            case Builtin.XPCALL:
                return protectedCalls.xpcallStep(func, count, step, callee, results);
            case Builtin.IPAIRS_NEXT:
                return base.ipairsNextStep(func, count, step, callee, results);
            case Builtin.HOST_ENTRY:
                return protectedCalls.hostEntryStep(func, count, step, callee, results);
            case Builtin.FINALIZE:
                return protectedCalls.finalizeDueStep(func, count, step, callee, results);
            case Builtin.MESSAGE_HANDLER:
                return protectedCalls.messageHandlerStep(func, count, step, callee, results);
            default:
                return 0;
        }
    }
}
