package io.vespene.jinja;

import io.vespene.jinja.syntax.LexerOptions;

/**
 * How white space around tags is treated.
 *
 * @param trimBlocks whether a line end after a tag is dropped
 * @param lstripBlocks whether blanks before a tag at the start of a line are dropped
 * @param keepTrailingNewline whether a line end at the very end of the template is kept
 */
public record Syntax(boolean trimBlocks, boolean lstripBlocks, boolean keepTrailingNewline) {

  /** As Jinja2 without options: only the line end at the very end is dropped. */
  public static final Syntax DEFAULT = new Syntax(false, false, false);

  LexerOptions lexerOptions() {
    return new LexerOptions(trimBlocks, lstripBlocks, keepTrailingNewline);
  }
}
