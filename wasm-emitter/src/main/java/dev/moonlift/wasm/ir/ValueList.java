package dev.moonlift.wasm.ir;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.UnaryOperator;

/**
 * Values that do not change: what instructions and edges have. Of one class, since passes do little else than go
 * through such lists, and calls to lists of several classes cost more than what is done with the values.
 */
final class ValueList extends AbstractList<Value> implements RandomAccess {
    private static final ValueList EMPTY = new ValueList(new Value[0]);

    private final Value[] values;

    private ValueList(Value[] values) {
        this.values = values;
    }

    static ValueList of(List<Value> values) {
        if (values instanceof ValueList list) {
            return list;
        }
        if (values.isEmpty()) {
            return EMPTY;
        }
        Value[] copy = values.toArray(new Value[0]);
        for (Value value : copy) {
            Objects.requireNonNull(value);
        }
        return new ValueList(copy);
    }

    @Override
    public Value get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Iterator<Value> iterator() {
        return new Walk(values);
    }

    /** The list itself if no value changes, else a new one: passes map all lists of a graph again and again. */
    ValueList map(UnaryOperator<Value> function) {
        for (int i = 0; i < values.length; i++) {
            Value mapped = function.apply(values[i]);
            if (mapped != values[i]) {
                return mapFrom(i, mapped, function);
            }
        }
        return this;
    }

    private ValueList mapFrom(int first, Value mapped, UnaryOperator<Value> function) {
        Value[] all = values.clone();
        all[first] = mapped;
        for (int i = first + 1; i < all.length; i++) {
            all[i] = function.apply(all[i]);
        }
        return new ValueList(all);
    }

    private static final class Walk implements Iterator<Value> {
        private final Value[] values;
        private int next;

        Walk(Value[] values) {
            this.values = values;
        }

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Value next() {
            if (next == values.length) {
                throw new NoSuchElementException();
            }
            return values[next++];
        }
    }
}
