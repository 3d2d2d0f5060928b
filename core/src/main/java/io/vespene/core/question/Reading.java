package io.vespene.core.question;

/** What becomes of an answer that was given. */
sealed interface Reading {
  /** The value that templates see: a text, a number, a truth value, or a list of texts. */
  record Taken(Object value) implements Reading {}

  /** Why not, to be read after the question's name: "must be a number". */
  record Refused(String reason) implements Reading {}

  static Reading takeIf(boolean holds, Object value, String reason) {
    return holds ? new Taken(value) : new Refused(reason);
  }
}
