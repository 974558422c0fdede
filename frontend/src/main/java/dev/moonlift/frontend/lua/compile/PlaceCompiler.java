package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Suffix;
import java.util.List;

/** Compiles variables, indexing and calls: chains of suffixes, walked from left to right. */
final class PlaceCompiler {
    private static final int OPEN = -1;

    private final FunctionCompiler function;
    private final CodeBuffer code;
    private final Registers registers;

    PlaceCompiler(FunctionCompiler function) {
        this.function = function;
        this.code = function.code();
        this.registers = function.registers();
    }

    /** The place that an expression denotes, with what it is computed from left in registers at the top. */
    Place resolve(Expression expression) {
        if (expression instanceof Expression.Local local) {
            return new Place.Register(local.variable().register());
        }
        if (expression instanceof Expression.Upvalue upvalue) {
            return new Place.Upvalue(upvalue.index());
        }
        if (expression instanceof Expression.Global global) {
            return index(resolve(global.environment()), new Expression.Constant(global.name(), global.position()));
        }
        if (expression instanceof Expression.Suffixed suffixed) {
            return walk(suffixed, 1);
        }
        return new Place.Register(function.values().anyRegister(expression));
    }

    /** Charges the access of a place to where the tree says, if it says so. */
    void chargeAccess(Expression expression) {
        chargeTo(expression.position());
    }

    private void chargeTo(int position) {
        if (position != Expression.NOWHERE) {
            code.chargeTo(position);
        }
    }

    /** Calls, with these many results or {@link #callOpen all}, which begin at the register that was top before. */
    void call(Expression.Suffixed call, int results) {
        int base = registers.top();
        walk(call, results);
        registers.freeTo(base);
    }

    void callOpen(Expression.Suffixed call) {
        call(call, OPEN);
    }

    /** Calls in place of the running function. */
    void tailCall(Expression.Suffixed call, int closeFlag) {
        callOpen(call);
        code.replaceLast(Op.TAILCALL, closeFlag);
    }

    private Place walk(Expression.Suffixed expression, int results) {
        int base = registers.top();
        Expression head = expression.head().unwrapped();
        Place current = resolve(head);
        int position = head.position();
        int last = expression.suffixes().size() - 1;
        for (int i = 0; i <= last; i++) {
            Suffix suffix = expression.suffixes().get(i);
            int wanted = i == last ? results : 1;
            if (suffix instanceof Suffix.Index index) {
                current = index(indexable(current, base, position), index.key());
                position = index.position();
            } else if (suffix instanceof Suffix.Call call) {
                moveTo(base, current, position);
                finishCall(base, call.arguments(), call.openPosition(), wanted);
                current = new Place.Register(base);
            } else if (suffix instanceof Suffix.Method method) {
                self(base, current, method);
                finishCall(base, method.arguments(), method.openPosition(), wanted);
                current = new Place.Register(base);
            }
        }
        return current;
    }

    private void finishCall(int base, List<Expression> arguments, int position, int results) {
        boolean open = function.values().toRegisters(arguments);
        int count = open ? 0 : registers.top() - base;
        code.chargeTo(position);
        code.emit(Op.CALL, base, count, results + 1);
        registers.freeTo(base + 1);
    }

    private void self(int base, Place object, Suffix.Method method) {
        code.chargeTo(method.namePosition());
        int register = anyRegister(object, base, method.namePosition());
        registers.freeTo(base);
        registers.reserve(2);
        int name = function.constants().indexOf(method.name());
        if (name <= FunctionCompiler.MAX_CONSTANT_OPERAND) {
            code.emit(Op.SELF, base, register, name);
            return;
        }
        code.emit(Op.MOVE, base + 1, register, 0);
        function.values().loadConstant(method.name(), base);
        code.emit(Op.GETTABLE, base, base + 1, base);
    }

    /** What can be indexed at once: a register, or an upvalue. */
    private Place indexable(Place place, int base, int position) {
        boolean direct = place instanceof Place.Register || place instanceof Place.Upvalue;
        return direct ? place : new Place.Register(moveTo(base, place, position));
    }

    private int anyRegister(Place place, int base, int position) {
        return place instanceof Place.Register register ? register.register() : moveTo(base, place, position);
    }

    /** Loads a place into a register whose successors are then the free ones. */
    private int moveTo(int base, Place place, int position) {
        registers.freeTo(base);
        if (!(place instanceof Place.Register register && register.register() == base)) {
            chargeTo(position);
            load(place, base);
        }
        return registers.reserve(1);
    }

    /** The place at a key of the table in a register. */
    Place at(int table, Expression key) {
        return index(new Place.Register(table), key);
    }

    /** The place at a key of a table that is in a register or an upvalue. */
    private Place index(Place table, Expression keyExpression) {
        Expression key = keyExpression.unwrapped();
        int field = function.fieldIndex(key);
        if (table instanceof Place.Upvalue upvalue && field >= 0) {
            return new Place.UpvalueField(upvalue.index(), field);
        }
        int register = toRegister(table);
        if (field >= 0) {
            return new Place.Field(register, field);
        }
        if (key instanceof Expression.Constant constant
                && constant.value() instanceof Long integer
                && integer >= 0
                && integer <= FunctionCompiler.MAX_CONSTANT_OPERAND) {
            return new Place.Element(register, integer.intValue());
        }
        return new Place.Keyed(register, function.values().anyRegister(key));
    }

    private int toRegister(Place table) {
        if (table instanceof Place.Register register) {
            return register.register();
        }
        load(table, registers.top());
        return registers.reserve(1);
    }

    /** {@code R[target] := place} */
    void load(Place place, int target) {
        if (place instanceof Place.Register register) {
            if (register.register() != target) {
                code.emit(Op.MOVE, target, register.register(), 0);
            }
        } else if (place instanceof Place.Upvalue upvalue) {
            code.emit(Op.GETUPVAL, target, upvalue.index(), 0);
        } else if (place instanceof Place.UpvalueField field) {
            code.emit(Op.GETTABUP, target, field.upvalue(), field.key());
        } else if (place instanceof Place.Field field) {
            code.emit(Op.GETFIELD, target, field.table(), field.key());
        } else if (place instanceof Place.Element element) {
            code.emit(Op.GETI, target, element.table(), element.index());
        } else if (place instanceof Place.Keyed keyed) {
            code.emit(Op.GETTABLE, target, keyed.table(), keyed.key());
        }
    }

    /** {@code place := R[source]} */
    void store(Place place, int source) {
        if (place instanceof Place.Register register) {
            if (register.register() != source) {
                code.emit(Op.MOVE, register.register(), source, 0);
            }
        } else if (place instanceof Place.Upvalue upvalue) {
            code.emit(Op.SETUPVAL, source, upvalue.index(), 0);
        } else if (place instanceof Place.UpvalueField field) {
            code.emit(Op.SETTABUP, field.upvalue(), field.key(), source);
        } else if (place instanceof Place.Field field) {
            code.emit(Op.SETFIELD, field.table(), field.key(), source);
        } else if (place instanceof Place.Element element) {
            code.emit(Op.SETI, element.table(), element.index(), source);
        } else if (place instanceof Place.Keyed keyed) {
            code.emit(Op.SETTABLE, keyed.table(), keyed.key(), source);
        }
    }

    /** {@code place := K[constant]}, for a field of a table. */
    private void storeConstant(Place place, int constant) {
        if (place instanceof Place.UpvalueField field) {
            code.emit(Op.SETTABUPK, field.upvalue(), field.key(), constant);
        } else if (place instanceof Place.Field field) {
            code.emit(Op.SETFIELDK, field.table(), field.key(), constant);
        } else if (place instanceof Place.Element element) {
            code.emit(Op.SETIK, element.table(), element.index(), constant);
        } else if (place instanceof Place.Keyed keyed) {
            code.emit(Op.SETTABLEK, keyed.table(), keyed.key(), constant);
        }
    }

    /** Computes a value and stores it; the store is charged to a token, the value to its own. */
    void store(Place place, Expression value, int position) {
        if (place instanceof Place.Register register) {
            function.values().into(value, register.register());
            return;
        }
        int mark = registers.top();
        int constant = place instanceof Place.Upvalue ? -1 : function.constantOperand(value.unwrapped());
        int source = constant >= 0 ? 0 : function.values().anyRegister(value);
        registers.freeTo(mark);
        code.chargeTo(position);
        if (constant >= 0) {
            storeConstant(place, constant);
        } else {
            store(place, source);
        }
    }
}
