package io.vespene.jinja.syntax;

import java.util.List;

/** Statements one after another. */
public record Block(List<Statement> statements) {

  public static final Block EMPTY = new Block(List.of());

  public Block {
    statements = List.copyOf(statements);
  }
}
