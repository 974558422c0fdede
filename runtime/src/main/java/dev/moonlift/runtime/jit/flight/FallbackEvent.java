package dev.moonlift.runtime.jit.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Functions stay interpreted, or are so again. */
@Name("dev.moonlift.Fallback")
@Label("Lua Fallback")
@Description("Lua functions stay interpreted although they are hot, or are interpreted again")
@Category({"Moonlift", "Compiler"})
@StackTrace(false)
final class FallbackEvent extends Event {
    @Label("Functions")
    @Description("name (source:line) of each")
    String functions;

    @Label("Kind")
    @Description("failed: could not be compiled; refused: the engine could not run it well; gave up: left too often")
    String kind;

    @Label("Reason")
    String reason;
}
