package dev.moonlift.frontend.lua.compile;

import dev.moonlift.frontend.bytecode.Op;
import dev.moonlift.frontend.lua.ast.Expression;
import dev.moonlift.frontend.lua.ast.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles assignments. The targets are computed from left to right, then the values, then all is stored from right to
 * left. What a target is computed from must not change by a store before its own: if it is a variable that the same
 * statement assigns, a copy is used.
 */
final class AssignmentCompiler {
    private final FunctionCompiler function;
    private final CodeBuffer code;
    private final Registers registers;

    AssignmentCompiler(FunctionCompiler function) {
        this.function = function;
        this.code = function.code();
        this.registers = function.registers();
    }

    void assign(Statement.Assignment assignment) {
        List<Expression> targets = assignment.targets();
        List<Expression> values = assignment.values();
        List<Place> places = places(targets);
        int last = targets.size() - 1;
        int position = assignment.endPosition();
        if (values.size() == targets.size()) {
            for (int i = 0; i < last; i++) {
                function.values().nextRegister(values.get(i));
            }
            function.places().store(places.get(last), values.get(last), position);
            storeFrom(places, last - 1, position);
        } else {
            function.values().adjusted(values, targets.size());
            storeFrom(places, last, position);
        }
    }

    /** Stores the registers below the top into the places up to an index, the last one first. */
    private void storeFrom(List<Place> places, int index, int position) {
        code.chargeTo(position);
        int register = registers.top() - 1;
        for (int i = index; i >= 0; i--) {
            function.places().store(places.get(i), register--);
        }
    }

    private List<Place> places(List<Expression> targets) {
        if (targets.size() == 1) {
            return List.of(function.places().resolve(targets.get(0)));
        }
        Map<Place, Integer> lastStore = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i) instanceof Expression.Local || targets.get(i) instanceof Expression.Upvalue) {
                lastStore.put(function.places().resolve(targets.get(i)), i);
            }
        }
        List<Place> places = new ArrayList<>(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            places.add(guarded(function.places().resolve(targets.get(i)), i, lastStore));
        }
        return places;
    }

    /** The place, computed from copies of the variables that are stored before it. */
    private Place guarded(Place place, int index, Map<Place, Integer> lastStore) {
        if (place instanceof Place.UpvalueField field) {
            Place upvalue = new Place.Upvalue(field.upvalue());
            return lastStore.getOrDefault(upvalue, -1) > index ? new Place.Field(copy(upvalue), field.key()) : place;
        }
        if (place instanceof Place.Field field) {
            return new Place.Field(guarded(field.table(), index, lastStore), field.key());
        }
        if (place instanceof Place.Element element) {
            return new Place.Element(guarded(element.table(), index, lastStore), element.index());
        }
        if (place instanceof Place.Keyed keyed) {
            int table = guarded(keyed.table(), index, lastStore);
            return new Place.Keyed(table, guarded(keyed.key(), index, lastStore));
        }
        return place;
    }

    private int guarded(int register, int index, Map<Place, Integer> lastStore) {
        Place variable = new Place.Register(register);
        return lastStore.getOrDefault(variable, -1) > index ? copy(variable) : register;
    }

    private int copy(Place variable) {
        function.places().load(variable, registers.top());
        return registers.reserve(1);
    }

    /** {@code function target ... end}, which counts as done on its first line. */
    void define(Statement.FunctionDefinition definition) {
        Place place = function.places().resolve(definition.target());
        function.places().store(place, new Expression.Function(definition.body()), definition.functionPosition());
    }

    /** {@code local variables = values} */
    void declare(Statement.LocalDeclaration declaration) {
        function.values().adjusted(declaration.values(), declaration.variables().size());
        declaration.variables().forEach(function.variables()::activate);
        if (declaration.toBeClosed() != null) {
            code.chargeTo(declaration.endPosition());
            code.emit(Op.TBC, declaration.toBeClosed().register(), 0, 0);
        }
    }

    /** {@code local function variable ... end}, which the function itself can see. */
    void declare(Statement.LocalFunction declaration) {
        function.variables().activate(declaration.variable());
        function.values().nextRegister(new Expression.Function(declaration.body()));
        function.variables().restartLast();
    }
}
