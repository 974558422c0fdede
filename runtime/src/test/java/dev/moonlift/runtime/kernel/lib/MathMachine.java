package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Coroutine;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Text;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.call.Nesting;
import dev.moonlift.runtime.kernel.call.Stacks;
import dev.moonlift.runtime.kernel.heap.Collector;
import dev.moonlift.runtime.kernel.heap.Finalizers;
import dev.moonlift.runtime.kernel.heap.Heap;
import dev.moonlift.runtime.kernel.heap.InternTable;
import dev.moonlift.runtime.kernel.heap.Marker;
import dev.moonlift.runtime.kernel.heap.Pace;
import dev.moonlift.runtime.kernel.heap.Pages;
import dev.moonlift.runtime.kernel.heap.StackGuard;
import dev.moonlift.runtime.kernel.heap.Sweeper;
import dev.moonlift.runtime.kernel.heap.Tracer;
import dev.moonlift.runtime.kernel.heap.WeakMode;
import dev.moonlift.runtime.kernel.heap.WeakTables;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.FrameInfo;
import dev.moonlift.runtime.kernel.interp.Fuel;
import dev.moonlift.runtime.kernel.interp.FunctionNames;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.interp.Operators;
import dev.moonlift.runtime.kernel.interp.Positions;
import dev.moonlift.runtime.kernel.interp.RegisterNames;
import dev.moonlift.runtime.kernel.interp.TypeNames;
import dev.moonlift.runtime.kernel.interp.VariableNames;
import dev.moonlift.runtime.kernel.number.ArgumentReduction;
import dev.moonlift.runtime.kernel.number.BigNatural;
import dev.moonlift.runtime.kernel.number.DecimalDigits;
import dev.moonlift.runtime.kernel.number.DecimalReader;
import dev.moonlift.runtime.kernel.number.NumberFormatter;
import dev.moonlift.runtime.kernel.number.NumberParser;
import dev.moonlift.runtime.kernel.number.Trigonometry;
import dev.moonlift.runtime.kernel.number.Xoshiro;
import dev.moonlift.runtime.kernel.table.TableArray;
import dev.moonlift.runtime.kernel.table.TableGrowth;
import dev.moonlift.runtime.kernel.table.TableHash;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.HeapMemory;
import dev.moonlift.runtime.memory.Memory;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As much of a kernel as calling a function of the math library takes; nothing runs bytecode. */
final class MathMachine {
    /** A function of the library. */
    interface Builtin {
        int call(int func, int count);
    }

    private static final int BYTES = 4 << 20;

    final Memory mem = HeapMemory.of(0, BYTES);
    final Value values = new Value(mem);
    final MathLibrary library;
    private final Strings strings;
    private final Tables tables;
    private final Calls calls;
    private final Stacks stacks;

    MathMachine() {
        Heap heap = new Heap(mem, new Pages(mem));
        InternTable internTable = new InternTable(mem, heap);
        Collector collector = collector(heap, internTable);
        BigNatural natural = new BigNatural(mem);
        strings = new Strings(mem, heap, internTable, collector);
        TableArray elements = new TableArray(mem, heap, collector);
        TableHash nodes = new TableHash(mem, heap, collector, strings);
        TableGrowth growth = new TableGrowth(mem, collector, elements, nodes);
        tables = new Tables(mem, heap, collector, strings, elements, nodes, growth);
        TextBuffer text = new TextBuffer(mem, heap, strings, new NumberFormatter(mem, new DecimalDigits(mem, natural)));
        Conversions conversions =
                new Conversions(mem, values, strings, text, new NumberParser(mem, new DecimalReader(mem, natural)));
        Fuel fuel = new Fuel(mem);
        Errors errors = errors(text, conversions, fuel);
        StackGuard stackGuard = new StackGuard(mem);
        stacks = new Stacks(mem, heap, stackGuard, errors);
        calls = new Calls(mem, values, stacks, stackGuard, new Nesting(mem, errors));
        Metamethods metamethods = new Metamethods(mem, values, tables, calls, errors, text, conversions, strings);
        library = new MathLibrary(
                values,
                new Arguments(mem, values, conversions, errors),
                conversions,
                new Operators(mem, values, strings, conversions, metamethods, errors),
                errors,
                calls,
                fuel,
                new Trigonometry(new ArgumentReduction(mem)),
                new Xoshiro(mem));
        boot(heap);
    }

    private Collector collector(Heap heap, InternTable internTable) {
        Marker marker = new Marker(mem);
        WeakTables weakTables = new WeakTables(mem, marker);
        Tracer tracer = new Tracer(mem, marker, new WeakMode(mem), weakTables, new StackGuard(mem));
        Finalizers finalizers = new Finalizers(mem, heap, marker);
        return new Collector(
                mem, marker, tracer, weakTables, finalizers, new Sweeper(mem, heap, internTable), new Pace(mem));
    }

    private Errors errors(TextBuffer text, Conversions conversions, Fuel fuel) {
        FrameInfo frames = new FrameInfo(mem);
        RegisterNames registers = new RegisterNames(mem, strings, fuel);
        return new Errors(
                values,
                strings,
                text,
                conversions,
                frames,
                new Positions(mem, strings, text, frames),
                new VariableNames(mem, strings, frames, registers),
                new FunctionNames(mem, strings, text, tables, fuel),
                new TypeNames(mem, values, strings, tables));
    }

    private void boot(Heap heap) {
        heap.boot(BYTES);
        strings.boot(1);
        tables.boot();
        mem.putInt(State.NUMBER_SCRATCH, heap.allocate(State.NUMBER_SCRATCH_BYTES));
        mem.putInt(State.FUEL, Integer.MAX_VALUE);
        try {
            for (Field field : Name.class.getFields()) {
                Text text = field.getAnnotation(Text.class);
                if (text != null) {
                    mem.putInt(Layout.NAMES + 4 * field.getInt(null), string(text.value()));
                }
            }
        } catch (IllegalAccessException unreadable) {
            throw new AssertionError(unreadable);
        }
        int coroutine = stacks.newCoroutine();
        mem.putInt(State.MAIN, coroutine);
        mem.putInt(State.COROUTINE, coroutine);
    }

    private int string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = mem.getInt(State.NUMBER_SCRATCH);
        mem.write(at, bytes, 0, bytes.length);
        return strings.create(at, bytes.length);
    }

    /** A table whose metamethod for {@code <} is some builtin. */
    int comparable() {
        int metatable = tables.create(0, 1);
        values.set(State.SCRATCH_SLOTS, 1, Tag.BUILTIN);
        tables.putString(metatable, string("__lt"), State.SCRATCH_SLOTS);
        int table = tables.create(0, 0);
        mem.putInt(table + Table.METATABLE, metatable);
        return table;
    }

    /** Calls a function and returns all its results. */
    List<Object> call(Builtin function, Object... arguments) {
        int func = enter(arguments);
        return results(func, function.call(func, arguments.length));
    }

    /** The message of the error that a call ends in. */
    String error(Builtin function, Object... arguments) {
        try {
            throw new AssertionError("no error but " + call(function, arguments));
        } catch (Signal signal) {
            return (String) value(State.ERROR_VALUE);
        }
    }

    /** Prepares the frame of a call; returns its function slot. */
    int enter(Object... arguments) {
        int coroutine = mem.getInt(State.COROUTINE);
        mem.putInt(State.FRAME, mem.getInt(coroutine + Coroutine.FRAMES));
        int func = mem.getInt(coroutine + Coroutine.STACK) + Layout.SLOT;
        values.set(func, 1, Tag.BUILTIN);
        for (int i = 0; i < arguments.length; i++) {
            store(Arguments.slot(func, i + 1), arguments[i]);
        }
        return mem.getInt(calls.enterBuiltin(func, arguments.length, -1, 0) + Frame.FUNCTION);
    }

    /** An Integer stands for a table. */
    private void store(int slot, Object value) {
        if (value instanceof Long integer) {
            values.setInteger(slot, integer);
        } else if (value instanceof Double number) {
            values.setFloat(slot, number);
        } else if (value instanceof String text) {
            values.setObject(slot, string(text));
        } else if (value instanceof Integer object) {
            values.setObject(slot, object);
        } else {
            values.setNil(slot);
        }
    }

    List<Object> results(int func, int count) {
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(value(Arguments.slot(func, i)));
        }
        return results;
    }

    Object value(int slot) {
        return switch (values.tag(slot)) {
            case Tag.NIL -> null;
            case Tag.FALSE, Tag.TRUE -> values.isTrue(slot);
            case Tag.INTEGER -> values.integer(slot);
            case Tag.FLOAT -> values.number(slot);
            case Tag.SHORT_STRING, Tag.LONG_STRING -> text(values.object(slot));
            default -> values.object(slot);
        };
    }

    private String text(int string) {
        return new String(mem.read(strings.bytes(string), strings.length(string)), StandardCharsets.UTF_8);
    }
}
