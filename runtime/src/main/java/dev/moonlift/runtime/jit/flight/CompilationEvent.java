package dev.moonlift.runtime.jit.flight;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Hot functions were compiled together; the event lasts as long as that took. */
@Name("dev.moonlift.Compilation")
@Label("Lua Compilation")
@Description("Hot Lua functions were compiled to a module of WebAssembly")
@Category({"Moonlift", "Compiler"})
@StackTrace(false)
final class CompilationEvent extends Event {
    @Label("Functions")
    @Description("name (source:line) of the function that was hot, and of those compiled with it")
    String functions;

    @Label("Reason")
    @Description("Why they were compiled now")
    String reason;

    @Label("Level")
    @Description("Optimization level")
    int level;

    @Label("Instructions")
    @Description("Bytecode instructions of all functions")
    int instructions;

    @Label("Repeated")
    @Description("Whether the function had code before")
    boolean repeated;

    @Label("Engine")
    @Description("What makes the code")
    String engine;

    @Label("Module Size")
    @Description("Bytes of the module")
    @DataAmount
    int bytes;

    @Label("Cached")
    @Description("Whether the code had been compiled before, for this or another guest")
    boolean cached;
}
