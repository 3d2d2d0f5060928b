package io.vespene.jinja.syntax;

/**
 * How white space around tags is treated.
 *
 * @param trimBlocks whether a line end after a tag is dropped
 * @param stripBlocks whether blanks before a tag at the start of a line are dropped
 * @param keepTrailingNewline whether a line end at the very end is kept
 */
public record LexerOptions(boolean trimBlocks, boolean stripBlocks, boolean keepTrailingNewline) {}
