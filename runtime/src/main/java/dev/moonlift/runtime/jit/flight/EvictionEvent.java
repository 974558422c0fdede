package dev.moonlift.runtime.jit.flight;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A module left the cache of compiled code to make room. */
@Name("dev.moonlift.Eviction")
@Label("Lua Code Eviction")
@Description("A module of compiled Lua code left the process's cache to make room")
@Category({"Moonlift", "Compiler"})
@StackTrace(false)
final class EvictionEvent extends Event {
    @Label("Key")
    @Description("What the cache knew it by")
    String key;

    @Label("Module Size")
    @Description("Bytes of the module")
    @DataAmount
    int bytes;
}
