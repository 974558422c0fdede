package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Layout;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.text.TextBuffer;
import dev.moonlift.runtime.memory.Memory;

/**
 * The state of a builtin that makes a text with calls in between. It keeps two copies of its state above its arguments,
 * and two areas for calls:
 *
 * <pre>
 *  | function | arguments ... | state 0 | state 1 | call area 0 | call area 1 |
 * </pre>
 *
 * A step that may be repeated must find everything as it was: its state and the results of the last call. So each step
 * works on the copy and in the area that the step before it has not used; the number of the step says which. Step n + 1
 * follows a call that was prepared with state n in area n.
 *
 * <p>The first two slots of a state hold a {@link GrowingText}, which both copies may share; the others are the
 * builtin's own.
 */
public final class TextState {
    /** Slot: the string that holds the text, nil while there is none. */
    private static final int HOLDER = 0;
    /** int: bytes of the text. */
    private static final int HELD = Layout.SLOT;
    /** int: the builtin's own. */
    static final int OWN = HELD + 4;
    /** Slots that the text takes. */
    static final int TEXT_SLOTS = 2;

    private final Memory mem;
    private final Value values;
    private final TextBuffer buffer;
    private final GrowingText growing;

    public TextState(Memory mem, Value values, TextBuffer buffer, GrowingText growing) {
        this.mem = mem;
        this.values = values;
        this.buffer = buffer;
        this.growing = growing;
    }

    /** The copy with a number of a state of so many slots. */
    static int address(int func, int count, int slots, int number) {
        return Arguments.slot(func, count + 1 + slots * number);
    }

    /** Makes both copies and what follows up to {@code end} nil, and the first one an empty text and zeros. */
    void begin(int state, int slots, int end) {
        values.clear(state, end);
        for (int i = 1; i < slots; i++) {
            values.setInteger(Arguments.slot(state, i), 0);
        }
    }

    /** Copies the state of the step before, which this step works on. */
    void copy(int to, int from, int slots) {
        for (int i = 0; i < slots; i++) {
            values.copy(Arguments.slot(to, i), Arguments.slot(from, i));
        }
    }

    private int holder(int state) {
        return values.isNil(state + HOLDER) ? 0 : values.object(state + HOLDER);
    }

    /** Moves what the buffer holds from {@code begin} on behind the text. */
    void flush(int state, int begin) {
        int added = buffer.length() - begin;
        if (added > 0) {
            int held = mem.getInt(state + HELD);
            values.setObject(state + HOLDER, growing.append(holder(state), held, begin));
            mem.putInt(state + HELD, held + added);
        }
    }

    /** The string of the whole text, with what the buffer holds from {@code begin} on. */
    int finish(int state, int begin) {
        return growing.finish(holder(state), mem.getInt(state + HELD), begin);
    }
}
