package dev.moonlift.frontend.lua.ast;

import java.util.List;

/**
 * Statements with a scope of their own.
 *
 * @param positions the first token of each statement
 * @param endPosition the last token before what ends the block
 */
public record Block(List<Statement> statements, List<Integer> positions, int endPosition) {}
