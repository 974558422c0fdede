package dev.moonlift.wasm.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How a block ends. */
public sealed interface Terminator {

    /** The edges that leave the block, in order. */
    List<Edge> edges();

    /** The values that it uses itself, apart from what its edges pass on. */
    List<Value> operands();

    /** The same with other values and edges. */
    Terminator map(UnaryOperator<Value> values, UnaryOperator<Edge> edges);

    /** Goes on at one block. */
    record Jump(Edge edge) implements Terminator {
        @Override
        public List<Edge> edges() {
            return List.of(edge);
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public Terminator map(UnaryOperator<Value> values, UnaryOperator<Edge> edges) {
            return new Jump(edges.apply(edge));
        }
    }

    /** Goes on at one of two blocks. */
    record Branch(Value condition, Edge ifTrue, Edge ifFalse) implements Terminator {
        @Override
        public List<Edge> edges() {
            return List.of(ifTrue, ifFalse);
        }

        @Override
        public List<Value> operands() {
            return List.of(condition);
        }

        @Override
        public Terminator map(UnaryOperator<Value> values, UnaryOperator<Edge> edges) {
            return new Branch(values.apply(condition), edges.apply(ifTrue), edges.apply(ifFalse));
        }
    }

    /** Goes on at the case that an unsigned i32 numbers, or at the default beyond the last. */
    record Switch(Value index, List<Edge> cases, Edge otherwise) implements Terminator {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public List<Edge> edges() {
            List<Edge> all = new ArrayList<>(cases);
            all.add(otherwise);
            return all;
        }

        @Override
        public List<Value> operands() {
            return List.of(index);
        }

        @Override
        public Terminator map(UnaryOperator<Value> values, UnaryOperator<Edge> edges) {
            return new Switch(values.apply(index), Values.map(cases, edges), edges.apply(otherwise));
        }
    }

    /** Leaves the function. */
    record Return(List<Value> results) implements Terminator {
        public Return {
            results = List.copyOf(results);
        }

        @Override
        public List<Edge> edges() {
            return List.of();
        }

        @Override
        public List<Value> operands() {
            return results;
        }

        @Override
        public Terminator map(UnaryOperator<Value> values, UnaryOperator<Edge> edges) {
            return new Return(Values.map(results, values));
        }
    }

    /** Never reached; traps. */
    record Trap() implements Terminator {
        @Override
        public List<Edge> edges() {
            return List.of();
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public Terminator map(UnaryOperator<Value> values, UnaryOperator<Edge> edges) {
            return this;
        }
    }
}
