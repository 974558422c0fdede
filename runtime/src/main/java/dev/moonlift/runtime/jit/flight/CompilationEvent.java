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
public final class CompilationEvent extends Event {
    @Label("Functions")
    @Description("name (source:line) of the function that was hot, and of those compiled with it")
    public String functions;

    @Label("Reason")
    @Description("Why they were compiled now")
    public String reason;

    @Label("Level")
    @Description("Optimization level")
    public int level;

    @Label("Instructions")
    @Description("Bytecode instructions of all functions")
    public int instructions;

    @Label("Repeated")
    @Description("Whether the function had code before")
    public boolean repeated;

    @Label("Engine")
    @Description("What makes the code")
    public String engine;

    @Label("Module Size")
    @Description("Bytes of the module")
    @DataAmount
    public int bytes;

    @Label("Cached")
    @Description("Whether the code had been compiled before, for this or another guest")
    public boolean cached;
}
