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

    /** The same with other values and edges; itself if none is another. */
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
            Edge mapped = edges.apply(edge);
            return mapped == edge ? this : new Jump(mapped);
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
            Value mapped = values.apply(condition);
            Edge mappedTrue = edges.apply(ifTrue);
            Edge mappedFalse = edges.apply(ifFalse);
            boolean isSame = mapped == condition && mappedTrue == ifTrue && mappedFalse == ifFalse;
            return isSame ? this : new Branch(mapped, mappedTrue, mappedFalse);
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
            Value mapped = values.apply(index);
            List<Edge> mappedCases = new ArrayList<>(cases);
            mappedCases.replaceAll(edges);
            Edge mappedOtherwise = edges.apply(otherwise);
            boolean isSame = mapped == index && mappedOtherwise == otherwise;
            for (int i = 0; i < cases.size(); i++) {
                isSame &= mappedCases.get(i) == cases.get(i);
            }
            return isSame ? this : new Switch(mapped, mappedCases, mappedOtherwise);
        }
    }

    /** Leaves the function. */
    record Return(List<Value> results) implements Terminator {
        public Return {
            results = ValueList.of(results);
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
            List<Value> mapped = ValueList.of(results).map(values);
            return mapped == results ? this : new Return(mapped);
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
