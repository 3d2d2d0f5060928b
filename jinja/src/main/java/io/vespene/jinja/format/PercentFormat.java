package io.vespene.jinja.format;

import io.vespene.jinja.python.Numbers;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** {@code 'text with %s' % values}. */
public final class PercentFormat {

  private final String format;
  private final Value values;
  private final Iterator<Value> remaining;
  private final Meter meter;
  private final MeteredText result;
  private int position;

  private PercentFormat(String format, Value values, Meter meter) {
    this.format = format;
    this.values = values;
    this.remaining =
        values instanceof TupleValue tuple ? tuple.items().iterator() : List.of(values).iterator();
    this.meter = meter;
    this.result = new MeteredText(meter);
  }

  /**
   * The text with each {@code %} sequence replaced.
   *
   * @param values a tuple, a dictionary for {@code %(name)s}, or one value
   * @throws RenderException if the sequences do not fit the values
   */
  public static String format(String format, Value values, Meter meter) {
    return new PercentFormat(format, values, meter).run();
  }

  private String run() {
    meter.characters(format.length());
    while (position < format.length()) {
      int percent = format.indexOf('%', position);
      int end = percent < 0 ? format.length() : percent;
      result.append(format, position, end);
      position = end + 1;
      if (percent >= 0) {
        convert();
      }
    }
    if (remaining.hasNext() && !maySkipValues()) {
      throw new RenderException("not all arguments converted during string formatting");
    }
    return result.text();
  }

  private boolean maySkipValues() {
    return values instanceof DictValue
        || values instanceof ListValue
        || values instanceof RangeValue
        || values instanceof UndefinedValue;
  }

  private void convert() {
    if (peek() == '%') {
      position++;
      result.append('%');
      return;
    }
    Optional<String> key = readKey();
    PercentFlags flags = readFlags();
    int width = readNumber();
    if (width < 0) {
      flags = flags.withLeft();
    }
    int precision = -1;
    if (peek() == '.') {
      position++;
      precision = Math.max(0, readNumber());
    }
    while ("hlL".indexOf(peek()) >= 0) {
      position++;
    }
    char type = next();
    meter.characters(Math.abs((long) width) + Math.max(0, precision));
    Value value = key.isPresent() ? lookUp(key.get()) : nextValue();
    if (type == '%') {
      throw new RenderException("unsupported format character '%'");
    }
    String converted = new PercentConversion(type, flags, precision, meter).convert(value);
    result.append(flags.pad(converted, Math.abs(width), PercentConversion.isNumeric(type)));
  }

  private Optional<String> readKey() {
    if (peek() != '(') {
      return Optional.empty();
    }
    int depth = 0;
    int start = ++position;
    while (peek() != ')' || depth > 0) {
      char character = next();
      depth += character == '(' ? 1 : character == ')' ? -1 : 0;
    }
    return Optional.of(format.substring(start, position++));
  }

  private PercentFlags readFlags() {
    PercentFlags flags = PercentFlags.NONE;
    while ("-+ #0".indexOf(peek()) >= 0) {
      flags = flags.with(next());
    }
    return flags;
  }

  private int readNumber() {
    if (peek() == '*') {
      position++;
      return Numbers.clampToInt(nextValue());
    }
    long number = 0;
    while (peek() >= '0' && peek() <= '9') {
      number = number * 10 + (next() - '0');
      if (number > Integer.MAX_VALUE) {
        throw new RenderException("width or precision too big");
      }
    }
    return (int) number;
  }

  private char peek() {
    if (position >= format.length()) {
      throw new RenderException("incomplete format: the text ends after %");
    }
    return format.charAt(position);
  }

  private char next() {
    char character = peek();
    position++;
    return character;
  }

  private Value nextValue() {
    if (!remaining.hasNext()) {
      throw new RenderException("not enough arguments for format string");
    }
    return remaining.next();
  }

  private Value lookUp(String key) {
    if (!(values instanceof DictValue dict)) {
      throw new RenderException("format requires a mapping");
    }
    return dict.find(key)
        .orElseThrow(() -> new RenderException("no value for %(" + key + ") in the dictionary"));
  }
}
