package io.vespene.jinja.filter;

import io.vespene.jinja.python.CodePoints;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Breaks a line into lines of at most a width, as Python's {@code textwrap} does.
 *
 * @param breakLongWords whether a word longer than the width is cut
 * @param breakOnHyphens whether a line may end after a hyphen within a word
 */
record WordWrap(int width, boolean breakLongWords, boolean breakOnHyphens, Meter meter) {

  WordWrap {
    if (width <= 0) {
      throw new RenderException("invalid width %d (must be > 0)".formatted(width));
    }
  }

  List<String> wrap(String line) {
    meter.steps(line.length());
    Deque<String> chunks = new ArrayDeque<>(WordChunks.of(line, breakOnHyphens));
    List<String> lines = new ArrayList<>();
    while (!chunks.isEmpty()) {
      if (isBlank(chunks.getFirst()) && !lines.isEmpty()) {
        chunks.removeFirst();
      }
      List<String> fitting = takeLine(chunks);
      if (!fitting.isEmpty() && isBlank(fitting.getLast())) {
        fitting.removeLast();
      }
      if (!fitting.isEmpty()) {
        meter.elements(1);
        lines.add(String.join("", fitting));
      }
    }
    return lines;
  }

  private List<String> takeLine(Deque<String> chunks) {
    List<String> line = new ArrayList<>();
    int length = 0;
    while (!chunks.isEmpty() && length + CodePoints.count(chunks.getFirst()) <= width) {
      length += CodePoints.count(chunks.getFirst());
      line.add(chunks.removeFirst());
    }
    if (!chunks.isEmpty() && CodePoints.count(chunks.getFirst()) > width) {
      placeLongWord(chunks, line, length);
    }
    return line;
  }

  private void placeLongWord(Deque<String> chunks, List<String> line, int length) {
    if (!breakLongWords) {
      if (line.isEmpty()) {
        line.add(chunks.removeFirst());
      }
      return;
    }
    String word = chunks.removeFirst();
    meter.characters(word.length());
    int end = breakPosition(word, width - length);
    line.add(CodePoints.part(word, 0, end));
    chunks.addFirst(word.substring(CodePoints.offset(word, end)));
  }

  private int breakPosition(String word, int space) {
    if (!breakOnHyphens || CodePoints.count(word) <= space) {
      return space;
    }
    String head = CodePoints.part(word, 0, space);
    int hyphen = head.lastIndexOf('-');
    boolean afterLetters = hyphen > 0 && head.substring(0, hyphen).chars().anyMatch(c -> c != '-');
    return afterLetters ? CodePoints.position(head, hyphen) + 1 : space;
  }

  private static boolean isBlank(String chunk) {
    return io.vespene.jinja.python.Whitespace.strip(chunk).isEmpty();
  }
}
