package dev.moonlift.frontend.lua.ast;

import dev.moonlift.frontend.bytecode.ByteString;
import java.util.List;

/** What may follow an expression to index or call it. */
public sealed interface Suffix {
    /**
     * {@code .name} or {@code [key]}
     *
     * @param position its last token
     */
    record Index(Expression key, int position) implements Suffix {}

    /**
     * {@code (arguments)}
     *
     * @param openPosition token that opens the arguments
     */
    record Call(List<Expression> arguments, int openPosition) implements Suffix {}

    /** {@code :name(arguments)} */
    record Method(ByteString name, int namePosition, List<Expression> arguments, int openPosition) implements Suffix {}
}
