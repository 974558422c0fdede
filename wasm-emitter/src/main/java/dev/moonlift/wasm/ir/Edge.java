package dev.moonlift.wasm.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/** A way from the end of a block to the beginning of another, with a value for each of its parameters. */
public record Edge(Block target, List<Value> arguments) {
    public Edge {
        arguments = ValueList.of(arguments);
    }

    /** An edge to a block without parameters. */
    public static Edge to(Block target) {
        return new Edge(target, List.of());
    }

    /** The same with other arguments. */
    public Edge mapArguments(UnaryOperator<Value> values) {
        List<Value> mapped = ValueList.of(arguments).map(values);
        return mapped == arguments ? this : new Edge(target, mapped);
    }
}
