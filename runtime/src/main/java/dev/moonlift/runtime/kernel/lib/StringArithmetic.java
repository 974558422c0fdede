package dev.moonlift.runtime.kernel.lib;

import dev.moonlift.runtime.kernel.Name;
import dev.moonlift.runtime.kernel.Value;
import dev.moonlift.runtime.kernel.interp.Arguments;
import dev.moonlift.runtime.kernel.interp.Conversions;
import dev.moonlift.runtime.kernel.interp.Errors;
import dev.moonlift.runtime.kernel.interp.Metamethods;
import dev.moonlift.runtime.kernel.interp.Operators;
import dev.moonlift.runtime.kernel.interp.TypeNames;
import dev.moonlift.runtime.kernel.interp.VariableNames;

/**
 * The arithmetic metamethods of strings (manual §3.4.3): strings that look like numbers are converted; otherwise the
 * second operand's metamethod is called, unless that is a string, too.
 */
public final class StringArithmetic {
    private final Value values;
    private final Conversions conversions;
    private final Operators operators;
    private final Metamethods metamethods;
    private final Errors errors;
    private final TypeNames types;
    private final VariableNames names;

    public StringArithmetic(
            Value values,
            Conversions conversions,
            Operators operators,
            Metamethods metamethods,
            Errors errors,
            TypeNames types,
            VariableNames names) {
        this.values = values;
        this.conversions = conversions;
        this.operators = operators;
        this.metamethods = metamethods;
        this.errors = errors;
        this.types = types;
        this.names = names;
    }

    /** The builtin that is the metamethod of an event, 0 where strings have none. */
    public static int builtin(int event) {
        if (event == Name.UNM) {
            return Builtin.STRING_NEGATE;
        }
        return event >= Name.ADD && event <= Name.IDIV ? Builtin.STRING_ADD + event - Name.ADD : 0;
    }

    private static int event(int id) {
        return id == Builtin.STRING_NEGATE ? Name.UNM : id - Builtin.STRING_ADD + Name.ADD;
    }

    /** See {@link Library#call}. */
    public int call(int id, int func, int count) {
        int a = Arguments.slot(func, 1);
        int b = Arguments.slot(func, 2);
        for (int i = count + 1; i <= 2; i++) {
            values.setNil(Arguments.slot(func, i));
        }
        int left = Arguments.slot(func, 3);
        int right = Arguments.slot(func, 4);
        values.copy(left, a);
        // A single number is both operands, as in the reference implementation.
        values.copy(right, count == 1 ? a : b);
        if (conversions.makeNumber(left) && conversions.makeNumber(right)) {
            operators.compute(event(id), id == Builtin.STRING_NEGATE ? right : left, right, func);
            return 1;
        }
        return callOther(func, event(id), a, b);
    }

    private int callOther(int func, int event, int a, int b) {
        int outcome = values.isString(b) ? 0 : metamethods.callFromBuiltin(func, event, a, b);
        return outcome != 0
                ? outcome
                : errors.raise(
                        Name.ERROR_STRING_ARITHMETIC,
                        names.eventText(event),
                        types.basic(values.tag(a)),
                        types.basic(values.tag(b)));
    }

    /** See {@link Library#step}. */
    public int callStep(int func, int callee, int results) {
        if (results == 0) {
            values.setNil(func);
        } else {
            values.copy(func, callee);
        }
        return 1;
    }
}
