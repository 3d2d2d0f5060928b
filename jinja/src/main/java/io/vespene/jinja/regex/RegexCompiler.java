package io.vespene.jinja.regex;

import io.vespene.jinja.value.RenderException;
import java.util.ArrayList;
import java.util.List;

/** Turns a parsed pattern into instructions. */
final class RegexCompiler {

  private static final int MAX_INSTRUCTIONS = 2000;

  /** Repeats within each other multiply even what makes no instruction. */
  private static final int MAX_PARTS = 20 * MAX_INSTRUCTIONS;

  private final List<Instruction> program = new ArrayList<>();
  private int parts;

  private RegexCompiler() {}

  static List<Instruction> compile(RegexNode pattern) {
    RegexCompiler compiler = new RegexCompiler();
    compiler.append(new RegexNode.Group(pattern, 0));
    compiler.add(new Instruction.Match());
    return List.copyOf(compiler.program);
  }

  private void append(RegexNode node) {
    if (++parts > MAX_PARTS) {
      throw tooLarge();
    }
    switch (node) {
      case RegexNode.OneOf one -> add(new Instruction.Take(one.characters()));
      case RegexNode.Place place -> add(new Instruction.Check(place.assertion()));
      case RegexNode.Sequence sequence -> sequence.parts().forEach(this::append);
      case RegexNode.Choice choice -> compileChoice(choice.parts());
      case RegexNode.Repeat repeat -> compileRepeat(repeat);
      case RegexNode.Group group -> {
        add(new Instruction.Save(2 * group.number()));
        append(group.part());
        add(new Instruction.Save(2 * group.number() + 1));
      }
    }
  }

  private void compileChoice(List<RegexNode> parts) {
    List<Integer> jumps = new ArrayList<>();
    for (RegexNode part : parts.subList(0, parts.size() - 1)) {
      int split = reserve();
      append(part);
      jumps.add(reserve());
      program.set(split, new Instruction.Split(split + 1, program.size()));
    }
    append(parts.getLast());
    jumps.forEach(jump -> program.set(jump, new Instruction.Jump(program.size())));
  }

  private void compileRepeat(RegexNode.Repeat repeat) {
    for (int i = 0; i < repeat.minimum(); i++) {
      append(repeat.part());
    }
    if (repeat.maximum().isEmpty()) {
      compileLoop(repeat);
    } else {
      compileOptions(repeat, repeat.maximum().getAsInt() - repeat.minimum());
    }
  }

  private void compileLoop(RegexNode.Repeat repeat) {
    int split = reserve();
    append(repeat.part());
    add(new Instruction.Jump(split));
    program.set(split, split(repeat.greedy(), split + 1, program.size()));
  }

  private void compileOptions(RegexNode.Repeat repeat, int count) {
    List<Integer> splits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      splits.add(reserve());
      append(repeat.part());
    }
    splits.forEach(split -> program.set(split, split(repeat.greedy(), split + 1, program.size())));
  }

  private static Instruction split(boolean greedy, int inside, int after) {
    return greedy ? new Instruction.Split(inside, after) : new Instruction.Split(after, inside);
  }

  private int reserve() {
    add(new Instruction.Match());
    return program.size() - 1;
  }

  private void add(Instruction instruction) {
    if (program.size() >= MAX_INSTRUCTIONS) {
      throw tooLarge();
    }
    program.add(instruction);
  }

  private static RenderException tooLarge() {
    return new RenderException("the regular expression is too large");
  }
}
