package dev.moonlift.runtime.jit.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Compiled code was seen to have left to the interpreter because something was not as expected. */
@Name("dev.moonlift.Exit")
@Label("Lua Code Exit")
@Description("Compiled Lua code left to the interpreter because something was not as expected")
@Category({"Moonlift", "Compiler"})
@StackTrace(false)
final class ExitEvent extends Event {
    @Label("Function")
    @Description("name (source:line) of the function whose code it was")
    String function;

    @Label("Source")
    @Description("Name of the function's chunk")
    String source;

    @Label("Line")
    @Description("Line in the source, 0 if it is not known")
    int line;

    @Label("Instruction")
    @Description("Number of the bytecode instruction")
    int instruction;

    @Label("Cause")
    @Description("KIND, CALLEE, FIELD, ELEMENT or ENTRY")
    String cause;

    @Label("Expected")
    @Description("What was expected there")
    String expected;

    @Label("Count")
    @Description("How often that was seen since the code was compiled")
    int count;
}
