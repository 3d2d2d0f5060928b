package io.vespene.jinja.regex;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** A part of a regular expression. */
sealed interface RegexNode {

  /** One character of a set. */
  record OneOf(IntPredicate characters) implements RegexNode {}

  record Sequence(List<RegexNode> parts) implements RegexNode {}

  /** The first part that leads to a match. */
  record Choice(List<RegexNode> parts) implements RegexNode {}

  /** A part several times, as often or as rarely as possible; no maximum if that is empty. */
  record Repeat(RegexNode part, int minimum, OptionalInt maximum, boolean greedy)
      implements RegexNode {}

  /** A part whose place is remembered under a number from 1. */
  record Group(RegexNode part, int number) implements RegexNode {}

  /** A condition on the place between two characters. */
  record Place(Assertion assertion) implements RegexNode {}
}
