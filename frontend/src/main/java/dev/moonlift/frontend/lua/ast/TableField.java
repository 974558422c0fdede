package dev.moonlift.frontend.lua.ast;

/** An item of a table constructor. */
public sealed interface TableField {
    Expression value();

    /**
     * {@code value}
     *
     * @param position the separator that follows it, or else its own last token
     */
    record Positional(Expression value, int position) implements TableField {}

    /**
     * {@code [key] = value} or {@code name = value}
     *
     * @param position last token of the value
     */
    record Keyed(Expression key, Expression value, int position) implements TableField {}
}
