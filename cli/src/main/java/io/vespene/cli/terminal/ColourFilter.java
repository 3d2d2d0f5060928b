package io.vespene.cli.terminal;

/**
 * Lets the colours of a build's output through to a terminal and nothing else that a terminal would
 * obey. Sequences may be cut at any place between two calls.
 */
public final class ColourFilter {
  private static final char ESCAPE = '\u001b';
  private static final char BELL = '\u0007';
  private static final int LONGEST_COLOUR = 64;

  private State state = State.TEXT;
  private final StringBuilder parameters = new StringBuilder();
  private boolean coloured;

  /** The part of the text that may be shown. */
  public String filter(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      state = next(text.charAt(index), shown);
    }
    return shown.toString();
  }

  /** What puts the terminal's own colours back; empty when they were never changed. */
  public String reset() {
    return coloured ? ESCAPE + "[0m" : "";
  }

  private State next(char character, StringBuilder shown) {
    return switch (state) {
      case TEXT -> afterText(character, shown);
      case ESCAPED -> afterEscape(character);
      case SEQUENCE -> afterParameters(character, shown);
      case STRING -> afterString(character, shown);
    };
  }

  private static State afterText(char character, StringBuilder shown) {
    if (character == ESCAPE) {
      return State.ESCAPED;
    }
    if (!Character.isISOControl(character)
        || character == '\n'
        || character == '\r'
        || character == '\t') {
      shown.append(character);
    }
    return State.TEXT;
  }

  private State afterEscape(char character) {
    parameters.setLength(0);
    return switch (character) {
      case '[' -> State.SEQUENCE;
      // Titles, links, device commands: text until a terminator.
      case ']', 'P', 'X', '^', '_' -> State.STRING;
      case ESCAPE -> State.ESCAPED;
      default -> State.TEXT;
    };
  }

  private State afterParameters(char character, StringBuilder shown) {
    boolean last = character >= '@' && character <= '~';
    if (!last && character >= ' ' && character < '@') {
      parameters.append(character);
      return parameters.length() > LONGEST_COLOUR ? State.TEXT : State.SEQUENCE;
    }
    if (character == 'm' && isColour()) {
      shown.append(ESCAPE).append('[').append(parameters).append('m');
      coloured = true;
    }
    return last ? State.TEXT : afterText(character, shown);
  }

  private boolean isColour() {
    return parameters
        .chars()
        .allMatch(unit -> (unit >= '0' && unit <= '9') || unit == ';' || unit == ':');
  }

  /** A string that is never ended must not swallow the rest of the output. */
  private static State afterString(char character, StringBuilder shown) {
    return switch (character) {
      case BELL -> State.TEXT;
      case ESCAPE -> State.ESCAPED;
      case '\n' -> afterText(character, shown);
      default -> State.STRING;
    };
  }

  private enum State {
    TEXT,
    ESCAPED,
    SEQUENCE,
    STRING
  }
}
