package io.vespene.jinja.regex;

import java.util.function.IntPredicate;

/** A step of a compiled pattern; the next instruction follows unless it says otherwise. */
sealed interface Instruction {

  /** Takes one character of a set. */
  record Take(IntPredicate characters) implements Instruction {}

  /** Goes on at two places, of which the first is preferred. */
  record Split(int first, int second) implements Instruction {}

  record Jump(int target) implements Instruction {}

  /** Remembers the place in a slot: two per group, its start and its end. */
  record Save(int slot) implements Instruction {}

  record Check(Assertion assertion) implements Instruction {}

  record Match() implements Instruction {}
}
