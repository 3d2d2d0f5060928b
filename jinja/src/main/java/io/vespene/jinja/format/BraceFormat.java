package io.vespene.jinja.format;

import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.routine.CallArguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.Optional;

/** {@code 'text with {}'.format(values)}. */
public final class BraceFormat {

  private static final int MAX_NESTING = 2;

  private final CallArguments values;
  private final Rendering rendering;
  private final Meter meter;
  private int nextPosition;

  private BraceFormat(CallArguments values, Rendering rendering) {
    this.values = values;
    this.rendering = rendering;
    this.meter = rendering.meter();
  }

  /**
   * The text with each replacement field filled.
   *
   * @throws RenderException if a field does not fit the values
   */
  public static String format(String format, CallArguments values, Rendering rendering) {
    return new BraceFormat(values, rendering).fill(format, MAX_NESTING);
  }

  private String fill(String format, int nesting) {
    if (nesting == 0) {
      throw new RenderException("max string recursion exceeded in format");
    }
    meter.characters(format.length());
    MeteredText filled = new MeteredText(meter);
    int position = 0;
    while (position < format.length()) {
      char character = format.charAt(position);
      boolean doubled = position + 1 < format.length() && format.charAt(position + 1) == character;
      if (character != '{' && character != '}') {
        filled.append(character);
        position++;
      } else if (doubled) {
        filled.append(character);
        position += 2;
      } else if (character == '}') {
        throw new RenderException("single '}' encountered in format string");
      } else {
        int end = fieldEnd(format, position + 1);
        filled.append(replace(format.substring(position + 1, end), nesting));
        position = end + 1;
      }
    }
    return filled.text();
  }

  private static int fieldEnd(String format, int from) {
    int depth = 1;
    for (int at = from; at < format.length(); at++) {
      depth += format.charAt(at) == '{' ? 1 : format.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw new RenderException("expected '}' before end of format string");
  }

  private String replace(String field, int nesting) {
    int nameEnd = nameEnd(field);
    Value value = resolve(field.substring(0, nameEnd));
    String rest = field.substring(nameEnd);
    char conversion = rest.startsWith("!") && rest.length() > 1 ? rest.charAt(1) : 's';
    boolean converted = rest.startsWith("!");
    String after = converted ? rest.substring(Math.min(2, rest.length())) : rest;
    if (!after.isEmpty() && after.charAt(0) != ':') {
      throw new RenderException("expected ':' after conversion specifier");
    }
    String spec = after.isEmpty() ? "" : fill(after.substring(1), nesting - 1);
    return SpecFormat.format(converted ? convert(value, conversion) : value, spec, meter);
  }

  private static int nameEnd(String field) {
    int at = 0;
    int brackets = 0;
    while (at < field.length()) {
      char character = field.charAt(at);
      brackets += character == '[' ? 1 : character == ']' ? -1 : 0;
      if (brackets <= 0 && (character == '!' || character == ':')) {
        break;
      }
      at++;
    }
    return at;
  }

  private Value convert(Value value, char conversion) {
    return switch (conversion) {
      case 's' -> new TextValue(TextForm.of(value, meter));
      case 'r' -> new TextValue(TextForm.quoted(value, meter));
      case 'a' -> new TextValue(AsciiText.of(TextForm.quoted(value, meter), meter));
      default -> throw new RenderException("unknown conversion specifier '" + conversion + "'");
    };
  }

  private Value resolve(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    Value value = first(path.substring(0, end));
    while (end < path.length()) {
      boolean dot = path.charAt(end) == '.';
      int stop = dot ? attributeEnd(path, end + 1) : path.indexOf(']', end);
      if (stop < 0 || stop == end + 1) {
        throw new RenderException("empty attribute or missing ']' in format string");
      }
      String key = path.substring(end + 1, stop);
      value = requireDefined(dot ? attribute(value, key) : rendering.item(value, key(key)));
      end = dot ? stop : stop + 1;
    }
    return value;
  }

  /** Here, unlike in expressions, a dot finds no element. */
  private Value attribute(Value value, String name) {
    if (value instanceof DictValue) {
      throw new RenderException("'dict' has no attribute '%s', write [%s]".formatted(name, name));
    }
    return rendering.attribute(value, name);
  }

  private static int attributeEnd(String path, int from) {
    int end = from;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return end;
  }

  private static Value requireDefined(Value value) {
    if (value instanceof UndefinedValue undefined) {
      throw undefined.failure();
    }
    return value;
  }

  private static Value key(String key) {
    return findNumber(key).<Value>map(IntegerValue::of).orElseGet(() -> new TextValue(key));
  }

  private Value first(String name) {
    if (name.isEmpty()) {
      return positional(nextPosition++);
    }
    Optional<Integer> number = findNumber(name);
    if (number.isPresent()) {
      return positional(number.get());
    }
    return Optional.ofNullable(values.named().get(name))
        .orElseThrow(() -> new RenderException("no value for '" + name + "' in format"));
  }

  private Value positional(int position) {
    if (position >= values.positional().size()) {
      throw new RenderException("replacement index %d out of range".formatted(position));
    }
    return values.positional().get(position);
  }

  private static Optional<Integer> findNumber(String text) {
    boolean number =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(Character::isDigit);
    return number ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
