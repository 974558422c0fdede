package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Layout.Frame;
import dev.moonlift.runtime.kernel.Layout.Header;
import dev.moonlift.runtime.kernel.Layout.Node;
import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Layout.Table;
import dev.moonlift.runtime.kernel.Layout.Userdata;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Tag;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.call.Calls;
import dev.moonlift.runtime.kernel.table.Tables;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * Indexing and the other events of the manual's §2.4, without running anything: where a function must be called, it is
 * laid out with its arguments at an address {@code at}, and the number of arguments is the answer; 0 means done.
 */
public final class Metamethods {
    /** Tables or handlers that one access may pass through. */
    private static final int MAX_CHAIN = 2000;
    /** Slot for the object that a chain has come to. */
    private static final int CHAIN = State.SCRATCH_SLOTS;

    private static final int HEX_DIGITS = 14;

    private final Memory mem;
    private final Value values;
    private final Tables tables;
    private final Calls calls;
    private final Errors errors;
    private final TextBuffer text;
    private final Conversions conversions;
    private final Strings strings;

    public Metamethods(
            Memory mem,
            Value values,
            Tables tables,
            Calls calls,
            Errors errors,
            TextBuffer text,
            Conversions conversions,
            Strings strings) {
        this.mem = mem;
        this.values = values;
        this.tables = tables;
        this.calls = calls;
        this.errors = errors;
        this.text = text;
        this.conversions = conversions;
        this.strings = strings;
    }

    /** The metatable of a value, 0 if it has none. */
    public int metatable(int slot) {
        int tag = mem.getByte(slot + Layout.TAG);
        if (tag == Tag.TABLE) {
            return mem.getInt(mem.getInt(slot) + Table.METATABLE);
        }
        if (tag == Tag.USERDATA) {
            return mem.getInt(mem.getInt(slot) + Userdata.METATABLE);
        }
        if ((tag | 1) == Tag.LONG_STRING) {
            return values.isNil(State.STRING_METATABLE) ? 0 : mem.getInt(State.STRING_METATABLE);
        }
        return mem.getInt(State.TYPE_METATABLES + Integer.BYTES * tag);
    }

    /** The node of a value's metamethod; EMPTY_NODE if it has none. */
    public int event(int slot, int event) {
        int metatable = metatable(slot);
        return metatable == 0 ? State.EMPTY_NODE : tables.findEvent(metatable, event);
    }

    /** Copies a value that {@link #event} found. */
    public void copyEvent(int to, int node) {
        values.set(to, mem.getLong(node + Node.VALUE), mem.getByte(node + Node.VALUE_TAG));
    }

    // --- indexing ---

    /** {@code dest := object[key]}. */
    public int index(int object, int key, int dest, int at) {
        int current = object;
        for (int i = 0; i < MAX_CHAIN; i++) {
            int node;
            if (values.tag(current) == Tag.TABLE) {
                int found = tables.get(values.object(current), values.payload(key), values.tag(key));
                if (!values.isNil(found)) {
                    values.copy(dest, found);
                    return 0;
                }
                node = event(current, Name.INDEX);
                if (node == State.EMPTY_NODE) {
                    values.setNil(dest);
                    return 0;
                }
            } else {
                node = event(current, Name.INDEX);
                if (node == State.EMPTY_NODE) {
                    return errors.indexError(current);
                }
            }
            if (Value.isFunctionTag(mem.getByte(node + Node.VALUE_TAG))) {
                return layOut(at, node, current, key);
            }
            copyEvent(CHAIN, node);
            current = CHAIN;
        }
        return errors.runtime(Name.ERROR_INDEX_LOOP, 0, 0, 0);
    }

    private int layOut(int at, int node, int first, int second) {
        values.copy(at + Layout.SLOT, first);
        values.copy(at + 2 * Layout.SLOT, second);
        copyEvent(at, node);
        return 2;
    }

    /** {@code object[key] := value}. */
    public int setIndex(int object, int key, int value, int at) {
        int current = object;
        for (int i = 0; i < MAX_CHAIN; i++) {
            int node;
            if (values.tag(current) == Tag.TABLE) {
                int table = values.object(current);
                node = tables.metatable(table) == 0 ? State.EMPTY_NODE : event(current, Name.NEWINDEX);
                if (node == State.EMPTY_NODE
                        || !values.isNil(tables.get(table, values.payload(key), values.tag(key)))) {
                    rawSet(table, key, value);
                    return 0;
                }
            } else {
                node = event(current, Name.NEWINDEX);
                if (node == State.EMPTY_NODE) {
                    return errors.indexError(current);
                }
            }
            if (Value.isFunctionTag(mem.getByte(node + Node.VALUE_TAG))) {
                values.copy(at + 3 * Layout.SLOT, value);
                return layOut(at, node, current, key) + 1;
            }
            copyEvent(CHAIN, node);
            current = CHAIN;
        }
        return errors.runtime(Name.ERROR_NEWINDEX_LOOP, 0, 0, 0);
    }

    /** Stores without metamethods; a key that is nil or NaN is an error. */
    public void rawSet(int table, int key, int value) {
        int tag = values.tag(key);
        if (tag == Tag.NIL) {
            errors.runtime(Name.ERROR_INDEX_NIL, 0, 0, 0);
        }
        if (tag == Tag.FLOAT && Double.isNaN(values.number(key))) {
            errors.runtime(Name.ERROR_INDEX_NAN, 0, 0, 0);
        }
        tables.put(table, values.payload(key), tag, value);
    }

    // --- operators ---

    /** A binary event: first operand's metamethod, else the second's; 0 if neither has one. */
    public int binary(int event, int a, int b, int at) {
        int node = event(a, event);
        if (node == State.EMPTY_NODE) {
            node = event(b, event);
        }
        return node == State.EMPTY_NODE ? 0 : layOut(at, node, a, b);
    }

    /** The length of a value: stored, or a call of {@code __len} laid out. */
    public int length(int object, int dest, int at) {
        int tag = values.tag(object);
        if ((tag | 1) == Tag.LONG_STRING) {
            values.setInteger(dest, mem.getInt(values.object(object) + Layout.Str.LENGTH));
            return 0;
        }
        int node = event(object, Name.LEN);
        if (node != State.EMPTY_NODE) {
            return layOut(at, node, object, object);
        }
        if (tag != Tag.TABLE) {
            return errors.typeError(object, Name.VERB_LENGTH);
        }
        values.setInteger(dest, tables.length(values.object(object)));
        return 0;
    }

    /** Equality without metamethods. */
    public boolean rawEqual(int a, int b) {
        int tagA = values.tag(a);
        int tagB = values.tag(b);
        if (tagA != tagB) {
            return tagA == Tag.INTEGER && tagB == Tag.FLOAT
                    ? values.integer(a) == values.number(b) && isSame(values.integer(a), values.number(b))
                    : tagA == Tag.FLOAT
                            && tagB == Tag.INTEGER
                            && values.integer(b) == values.number(a)
                            && isSame(values.integer(b), values.number(a));
        }
        if (tagA <= Tag.TRUE) {
            return true;
        }
        if (tagA == Tag.FLOAT) {
            return values.number(a) == values.number(b);
        }
        return values.payload(a) == values.payload(b)
                || tagA == Tag.LONG_STRING && strings.equal(values.object(a), values.object(b));
    }

    /** Conversion to float may have rounded the integer. */
    private static boolean isSame(long integer, double number) {
        return (long) number == integer && number != 0x1p63;
    }

    /** Whether two values that are not raw equal may be equal by {@code __eq}: lays out the call, or 0. */
    public int equalEvent(int a, int b, int at) {
        int tag = values.tag(a);
        if (tag != values.tag(b) || tag != Tag.TABLE && tag != Tag.USERDATA) {
            return 0;
        }
        return binary(Name.EQ, a, b, at);
    }

    // --- for builtins ---

    /** Where a builtin may lay out a call: above what it uses itself. */
    private int callArea(int func) {
        return mem.getInt(mem.getInt(State.FRAME) + Frame.TOP) - 6 * Layout.SLOT;
    }

    /**
     * Indexing by a builtin: 0 when the value is stored, or the outcome CALL; the step finds the value as the result.
     */
    public int indexFromBuiltin(int func, int object, int key, int dest, int nextStep) {
        int at = callArea(func);
        int count = index(object, key, dest, at);
        return count == 0 ? 0 : calls.callFromBuiltin(func, at, count, nextStep);
    }

    /** Calls the second operand's metamethod: the outcome CALL, or 0 when it has none. The step finds the result. */
    public int callFromBuiltin(int func, int event, int a, int b) {
        int node = event(b, event);
        if (node == State.EMPTY_NODE) {
            return 0;
        }
        int at = callArea(func);
        return calls.callFromBuiltin(func, at, layOut(at, node, a, b), 1);
    }

    /** As {@code tostring}: 0 when the string is stored, or the outcome CALL; see {@link #checkToString}. */
    public int toStringFromBuiltin(int func, int value, int dest, int nextStep) {
        int node = event(value, Name.TOSTRING);
        if (node != State.EMPTY_NODE) {
            int at = callArea(func);
            values.copy(at + Layout.SLOT, value);
            copyEvent(at, node);
            return calls.callFromBuiltin(func, at, 1, nextStep);
        }
        int string = plainText(value);
        values.setObject(dest, string);
        return 0;
    }

    /** The result of {@code __tostring}, which must be a string. */
    public void checkToString(int func, int result, int results, int dest) {
        if (results == 0 || !values.isString(result) && !values.isNumber(result)) {
            errors.raise(Name.ERROR_TOSTRING, 0, 0, 0);
        }
        values.copy(dest, result);
        conversions.makeString(dest);
    }

    /** The text of a value that has no {@code __tostring}. */
    private int plainText(int slot) {
        int tag = values.tag(slot);
        if ((tag | 1) == Tag.LONG_STRING) {
            return values.object(slot);
        }
        if ((tag | 1) == Tag.FLOAT) {
            return conversions.text(slot);
        }
        if (tag <= Tag.TRUE) {
            return errors.text(tag == Tag.NIL ? Name.TYPE_NIL : tag == Tag.TRUE ? Name.TRUE : Name.FALSE);
        }
        int begin = text.length();
        text.appendString(typeName(slot));
        text.appendByte(':');
        text.appendByte(' ');
        appendAddress(values.payload(slot), tag);
        return text.takeMessage(begin);
    }

    private int typeName(int slot) {
        int metatable = metatable(slot);
        if (metatable != 0) {
            int node = tables.findEvent(metatable, Name.NAME_FIELD);
            int tag = mem.getByte(node + Node.VALUE_TAG);
            if ((tag | 1) == Tag.LONG_STRING) {
                return mem.getInt(node + Node.VALUE);
            }
        }
        return errors.typeName(slot);
    }

    /** An address as text: the same wherever the guest runs. Functions without an object show their number. */
    public void appendAddress(long payload, int tag) {
        text.appendByte('0');
        text.appendByte('x');
        long shown = tag < Tag.FIRST_COLLECTABLE ? (long) tag << 32 | payload : payload;
        for (int shift = 4 * (HEX_DIGITS - 1); shift >= 0; shift -= 4) {
            int digit = (int) (shown >>> shift) & 15;
            text.appendByte(digit < 10 ? '0' + digit : 'a' + digit - 10);
        }
    }

    /** Whether a table may be treated raw: it has no metatable. */
    public boolean isPlain(int table) {
        return mem.getInt(table + Table.METATABLE) == 0;
    }

    /** Kind of a heap object. */
    public int kind(int object) {
        return mem.getByte(object + Header.KIND);
    }
}
