package io.vespene.jinja.regex;

import io.vespene.jinja.value.Meter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Runs a program over a text, following all possibilities at once, each instruction once. */
final class Simulation {

  /** A possibility: where it is in the program, and what its groups have taken so far. */
  private record Possibility(int instruction, Slots slots) {}

  private final List<Instruction> program;
  private final int slotCount;
  private final int[] text;
  private final Meter meter;
  private final int[] visitedAt;
  private Optional<Slots> best = Optional.empty();

  Simulation(List<Instruction> program, int slotCount, int[] text, Meter meter) {
    this.program = program;
    this.slotCount = slotCount;
    this.text = text;
    this.meter = meter;
    this.visitedAt = new int[program.size()];
    Arrays.fill(visitedAt, -1);
  }

  /** The slots of the first match at or after a position. */
  Optional<Slots> run(int from, boolean mayBeEmpty) {
    List<Possibility> possibilities = new ArrayList<>();
    for (int at = from; at <= text.length; at++) {
      meter.step();
      if (best.isEmpty()) {
        follow(new Possibility(0, Slots.unset(slotCount)), at, possibilities);
      } else if (possibilities.isEmpty()) {
        break;
      }
      possibilities = advance(possibilities, at, at > from || mayBeEmpty);
    }
    return best;
  }

  /** The possibilities after one more character; those behind a match in preference are dropped. */
  private List<Possibility> advance(List<Possibility> possibilities, int at, boolean mayMatch) {
    List<Possibility> next = new ArrayList<>();
    for (Possibility possibility : possibilities) {
      Instruction instruction = program.get(possibility.instruction());
      if (instruction instanceof Instruction.Take take) {
        if (at < text.length && take.characters().test(text[at])) {
          follow(new Possibility(possibility.instruction() + 1, possibility.slots()), at + 1, next);
        }
      } else if (mayMatch) {
        best = Optional.of(possibility.slots());
        break;
      }
    }
    return next;
  }

  /** Adds the instructions that wait for a character, in order of preference. */
  private void follow(Possibility start, int at, List<Possibility> waiting) {
    Deque<Possibility> open = new ArrayDeque<>();
    open.push(start);
    while (!open.isEmpty()) {
      Possibility possibility = open.pop();
      int instruction = possibility.instruction();
      if (visitedAt[instruction] == at) {
        continue;
      }
      visitedAt[instruction] = at;
      meter.step();
      switch (program.get(instruction)) {
        case Instruction.Jump jump ->
            open.push(new Possibility(jump.target(), possibility.slots()));
        case Instruction.Split split -> {
          open.push(new Possibility(split.second(), possibility.slots()));
          open.push(new Possibility(split.first(), possibility.slots()));
        }
        case Instruction.Save save -> {
          open.push(new Possibility(instruction + 1, possibility.slots().with(save.slot(), at)));
        }
        case Instruction.Check check when check.assertion().holds(text, at) ->
            open.push(new Possibility(instruction + 1, possibility.slots()));
        case Instruction.Check _ -> {}
        case Instruction.Take _, Instruction.Match _ -> waiting.add(possibility);
      }
    }
  }
}
