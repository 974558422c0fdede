package dev.moonlift.runtime.host;

import dev.moonlift.runtime.jit.CodeTable;
import dev.moonlift.runtime.jit.KernelRunner;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Closures;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Entry;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.FrameInfo;
import dev.moonlift.runtime.kernel.interp.Interpreter;
import dev.moonlift.runtime.kernel.interp.LeafRequests;
import dev.moonlift.runtime.kernel.interp.Positions;
import dev.moonlift.runtime.kernel.interp.Traceback;
import dev.moonlift.runtime.kernel.lib.StringScratch;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;
import java.util.List;

/**
 * The kernel as ordinary Java over one memory: every kernel object, put together, and those that the host calls within
 * reach.
 */
public final class JvmKernel {
    private static final Wiring WIRING = new Wiring(
            List.of(Memory.class, CodeTable.class),
            Value.class,
            Heap.class,
            Collector.class,
            Strings.class,
            TextBuffer.class,
            Tables.class,
            Conversions.class,
            StringScratch.class,
            Closures.class,
            Stacks.class,
            Errors.class,
            FrameInfo.class,
            Positions.class,
            Traceback.class,
            Interpreter.class,
            Entry.class,
            LeafRequests.class);

    public final Memory memory;
    public final CodeTable codeTable = new CodeTable();
    public final Value values;
    public final Heap heap;
    public final Collector collector;
    public final Strings strings;
    public final TextBuffer buffer;
    public final GuestText text;
    public final Tables tables;
    public final Conversions conversions;
    public final StringScratch stringScratch;
    public final Closures closures;
    public final Stacks stacks;
    public final Errors errors;
    public final FrameInfo frames;
    public final Positions positions;
    public final Traceback traceback;
    public final Interpreter interpreter;
    public final Entry entry;
    public final LeafRequests leafRequests;

    /** A kernel over a memory, which holds a guest already or is to be booted. */
    public JvmKernel(Memory memory) {
        this.memory = memory;
        Wiring.Assembly kernel = WIRING.assemble(memory, codeTable);
        values = kernel.get(Value.class);
        heap = kernel.get(Heap.class);
        collector = kernel.get(Collector.class);
        strings = kernel.get(Strings.class);
        buffer = kernel.get(TextBuffer.class);
        text = new GuestText(memory, strings, buffer);
        tables = kernel.get(Tables.class);
        conversions = kernel.get(Conversions.class);
        stringScratch = kernel.get(StringScratch.class);
        closures = kernel.get(Closures.class);
        stacks = kernel.get(Stacks.class);
        errors = kernel.get(Errors.class);
        frames = kernel.get(FrameInfo.class);
        positions = kernel.get(Positions.class);
        traceback = kernel.get(Traceback.class);
        interpreter = kernel.get(Interpreter.class);
        entry = kernel.get(Entry.class);
        leafRequests = kernel.get(LeafRequests.class);
    }

    /** As {@link Entry#run}: without objects, where the memory itself is a kernel. */
    public void run() {
        if (memory instanceof KernelRunner runner) {
            runner.run(codeTable);
        } else {
            entry.run();
        }
    }
}
