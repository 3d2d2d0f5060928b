package io.vespene.jinja.filter;

import io.vespene.jinja.python.CodePoints;
import io.vespene.jinja.python.Whitespace;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;
import java.util.ArrayDeque;
import java.util.Deque;

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

  /** Writes the lines that one becomes, with a text between them. */
  void wrap(String line, String between, MeteredText wrapped) {
    meter.steps(line.length());
    Deque<Chunk> chunks = new ArrayDeque<>();
    WordChunks.of(line, breakOnHyphens, meter).forEach(chunk -> chunks.add(Chunk.of(chunk)));
    boolean first = true;
    while (!chunks.isEmpty()) {
      if (!first && chunks.getFirst().isBlank()) {
        chunks.removeFirst();
      }
      Deque<Chunk> fitting = takeLine(chunks);
      if (!fitting.isEmpty() && fitting.getLast().isBlank()) {
        fitting.removeLast();
      }
      if (!fitting.isEmpty()) {
        wrapped.append(first ? "" : between);
        fitting.forEach(chunk -> chunk.write(wrapped));
        first = false;
      }
    }
  }

  private Deque<Chunk> takeLine(Deque<Chunk> chunks) {
    Deque<Chunk> line = new ArrayDeque<>();
    int length = 0;
    while (!chunks.isEmpty() && length + chunks.getFirst().length() <= width) {
      length += chunks.getFirst().length();
      line.add(chunks.removeFirst());
    }
    if (!chunks.isEmpty() && chunks.getFirst().length() > width) {
      placeLongWord(chunks, line, width - length);
    }
    return line;
  }

  private void placeLongWord(Deque<Chunk> chunks, Deque<Chunk> line, int space) {
    if (breakLongWords) {
      Chunk word = chunks.removeFirst();
      Chunk head = word.head(space);
      int end = breakOnHyphens ? head.lengthToHyphen() : space;
      line.add(word.head(end));
      chunks.addFirst(word.tail(end));
    } else if (line.isEmpty()) {
      line.add(chunks.removeFirst());
    }
  }

  /**
   * A part of a word, which is not copied: a long word is cut many times.
   *
   * @param length in code points
   * @param blankFrom where the white space at the end of the word starts
   */
  private record Chunk(String word, int start, int end, int length, int blankFrom) {

    static Chunk of(String word) {
      int blankFrom = Whitespace.stripRight(word).length();
      return new Chunk(word, 0, word.length(), CodePoints.count(word), blankFrom);
    }

    Chunk head(int points) {
      return new Chunk(word, start, word.offsetByCodePoints(start, points), points, blankFrom);
    }

    Chunk tail(int points) {
      int from = word.offsetByCodePoints(start, points);
      return new Chunk(word, from, end, length - points, blankFrom);
    }

    /** Up to and with the last hyphen that follows something else, or all of it. */
    int lengthToHyphen() {
      int hyphen = end - 1;
      while (hyphen > start && word.charAt(hyphen) != '-') {
        hyphen--;
      }
      for (int at = start; at < hyphen; at++) {
        if (word.charAt(at) != '-') {
          return word.codePointCount(start, hyphen + 1);
        }
      }
      return length;
    }

    boolean isBlank() {
      if (end == word.length()) {
        return start >= blankFrom;
      }
      int at = start;
      while (at < end && Whitespace.isSpace(word.charAt(at))) {
        at++;
      }
      return at == end;
    }

    void write(MeteredText text) {
      text.append(word, start, end);
    }
  }
}
