package dev.moonlift.runtime.kernel.interp;

import dev.moonlift.runtime.kernel.Layout.State;
import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Signal;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.text.Strings;
import dev.moonlift.runtime.kernel.text.TextBuffer;

/**
 * Everything that goes wrong in a program, said as Lua says it. No method here returns, but {@link #text}; their type
 * is int so that a caller can end with {@code return errors...}.
 *
 * <p>The name of a message is a template in {@link Name}; the strings that fill it are addresses, 0 where it has none.
 */
public final class Errors {
    private final Value values;
    private final Strings strings;
    private final TextBuffer buffer;
    private final Conversions conversions;
    private final FrameInfo frames;
    private final Positions positions;
    private final VariableNames names;
    private final FunctionNames functions;
    private final TypeNames types;

    public Errors(
            Value values,
            Strings strings,
            TextBuffer buffer,
            Conversions conversions,
            FrameInfo frames,
            Positions positions,
            VariableNames names,
            FunctionNames functions,
            TypeNames types) {
        this.values = values;
        this.strings = strings;
        this.buffer = buffer;
        this.conversions = conversions;
        this.frames = frames;
        this.positions = positions;
        this.names = names;
        this.functions = functions;
        this.types = types;
    }

    /** The string of a number in {@link Name}. */
    public int text(int name) {
        return strings.name(name);
    }

    // --- any error ---

    /** Throws a value. */
    public int throwValue(int slot) {
        values.copy(State.ERROR_VALUE, slot);
        throw Signal.GUEST_ERROR;
    }

    /** Throws a string. */
    public int throwString(int string) {
        values.setObject(State.ERROR_VALUE, string);
        throw Signal.GUEST_ERROR;
    }

    /** An error of the operation that runs, placed where it is when that is in a Lua function. */
    public int runtime(int name, int first, int second, int third) {
        int begin = buffer.length();
        positions.appendPrefix(frames.running());
        buffer.appendTemplate(name, first, second, third);
        return throwString(buffer.takeMessage(begin));
    }

    /** An error of the library function that runs, placed where it was called. */
    public int raise(int name, int first, int second, int third) {
        return raiseAt(1, name, first, second, third);
    }

    /** An error placed at a level: 0 runs, 1 called it. */
    public int raiseAt(int level, int name, int first, int second, int third) {
        return raiseIn(frames.level(level), name, first, second, third);
    }

    private int raiseIn(int frame, int name, int first, int second, int third) {
        int begin = buffer.length();
        positions.appendPrefixIfKnown(frame);
        buffer.appendTemplate(name, first, second, third);
        return throwString(buffer.takeMessage(begin));
    }

    // --- arguments ---

    /** A bad argument of the library function that runs; the message says what is wrong with it. */
    public int argument(int func, int index, int message) {
        return argumentAt(0, index, message);
    }

    /** A bad argument of the function at a level. */
    public int argumentAt(int level, int index, int message) {
        int frame = frames.level(level);
        int caller = frames.caller(frame);
        long name = names.function(frame);
        boolean isMethod = RegisterNames.kind(name) == Name.KIND_METHOD;
        if (isMethod && index == 1) {
            return raiseIn(caller, Name.BAD_SELF, RegisterNames.string(name), message, 0);
        }
        int number = integerText(isMethod ? index - 1 : index);
        int function = name != 0 ? RegisterNames.string(name) : globalName(frames.seenFunction(frame));
        return raiseIn(caller, Name.BAD_ARGUMENT, number, function, message);
    }

    private int globalName(int function) {
        int name = functions.global(function);
        return name != 0 ? name : text(Name.QUESTION);
    }

    private int integerText(long value) {
        int begin = buffer.length();
        buffer.appendInteger(value);
        return buffer.takeMessage(begin);
    }

    /** An argument of the library function that runs has not the type that a string names. */
    public int argumentType(int func, int count, int index, int expected) {
        int actual = index > count ? text(Name.NO_VALUE) : types.ofArgument(Arguments.slot(func, index));
        return argument(func, index, filled(Name.EXPECTED, expected, actual));
    }

    /** An argument of the function at a level, with this value, has not the type that a string names. */
    public int argumentTypeAt(int level, int index, int slot, int expected) {
        return argumentAt(level, index, filled(Name.EXPECTED, expected, types.ofArgument(slot)));
    }

    /** An argument of the library function that runs is a string that is none of the options there are. */
    public int argumentOption(int func, int index, int option) {
        return argument(func, index, filled(Name.INVALID_OPTION, option, 0));
    }

    private int filled(int name, int first, int second) {
        int begin = buffer.length();
        buffer.appendTemplate(name, first, second, 0);
        return buffer.takeMessage(begin);
    }

    // --- operations ---

    /** A value does not allow what is done to it; the verb is a name ("index", "call" ...). */
    public int typeError(int slot, int verb) {
        return operation(slot, verb, names.value(frames.running(), slot));
    }

    private int operation(int slot, int verb, long name) {
        return runtime(Name.ERROR_OPERATE, text(verb), types.ofOperand(slot), description(name));
    }

    /** What follows the type in a message: {@code (local 'x')}, or nothing. */
    private int description(long name) {
        return name == 0
                ? text(Name.EMPTY)
                : filled(Name.VARIABLE_INFO, text(RegisterNames.kind(name)), RegisterNames.string(name));
    }

    /** The string that names the type of a value in messages. */
    public int typeName(int slot) {
        return types.ofOperand(slot);
    }

    /** A value cannot be indexed. */
    public int indexError(int slot) {
        return typeError(slot, Name.VERB_INDEX);
    }

    /** A value cannot be called; it is named after the instruction that calls it. */
    public int callError(int slot) {
        int frame = frames.running();
        long name = names.called(frame);
        return operation(slot, Name.VERB_CALL, name != 0 ? name : names.value(frame, slot));
    }

    /** Operands of an arithmetic instruction, of which one at least is neither a number nor has the metamethod. */
    public int arithmeticError(int a, int b) {
        return operandError(a, b, Name.VERB_ARITHMETIC);
    }

    private int operandError(int a, int b, int verb) {
        return typeError(values.isNumber(a) ? b : a, verb);
    }

    /** Operands of a bitwise instruction that are not both integers, nor converted. */
    public int bitwiseError(int a, int b) {
        if (!values.isNumber(a) || !values.isNumber(b)) {
            return operandError(a, b, Name.VERB_BITWISE);
        }
        int culprit = conversions.toIntegerStrict(a) ? b : a;
        long name = names.value(frames.running(), culprit);
        return runtime(Name.ERROR_NO_INTEGER, description(name), 0, 0);
    }

    /** Operands of a concatenation that are not both strings or numbers. */
    public int concatError(int a, int b) {
        boolean isFirstGood = values.isString(a) || values.isNumber(a);
        return typeError(isFirstGood ? b : a, Name.VERB_CONCATENATE);
    }

    /** Operands that have no order. */
    public int compareError(int a, int b) {
        int typeA = types.ofOperand(a);
        int typeB = types.ofOperand(b);
        return strings.equal(typeA, typeB)
                ? runtime(Name.ERROR_COMPARE_SAME, typeA, 0, 0)
                : runtime(Name.ERROR_COMPARE, typeA, typeB, 0);
    }

    /** The initial value, the limit or the step of a numeric loop, which a name says, is no number. */
    public int forError(int slot, int what) {
        return runtime(Name.ERROR_FOR, text(what), types.ofOperand(slot), 0);
    }

    /** The value in a register of the running frame cannot be closed. */
    public int closeError(int slot) {
        int name = names.local(frames.running(), slot);
        return runtime(Name.ERROR_NOT_CLOSABLE, name != 0 ? name : text(Name.QUESTION), 0, 0);
    }
}
