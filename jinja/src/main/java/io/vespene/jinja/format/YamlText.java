package io.vespene.jinja.format;

import io.vespene.jinja.python.FloatText;
import io.vespene.jinja.python.NumberText;
import io.vespene.jinja.python.Ordering;
import io.vespene.jinja.python.Ordering.Keyed;
import io.vespene.jinja.python.QuotedText;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values as YAML in block style, each line ending with a line end. */
public final class YamlText {

  private static final int MAX_INDENTATION = 16;

  /** Plain words that YAML 1.1 or 1.2 would not read as texts. */
  private static final Set<String> WORDS =
      Set.of("", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<");

  private final int indentation;
  private final boolean sortKeys;
  private final Meter meter;
  private final MeteredText yaml;

  private YamlText(int indentation, boolean sortKeys, Meter meter) {
    this.indentation = indentation;
    this.sortKeys = sortKeys;
    this.meter = meter;
    this.yaml = new MeteredText(meter);
  }

  /**
   * The value as YAML.
   *
   * @param indentation blanks per level
   * @throws RenderException if it, or something in it, has no YAML form
   */
  public static String of(Value value, int indentation, boolean sortKeys, Meter meter) {
    int blanks = Math.clamp(indentation, 1, MAX_INDENTATION);
    YamlText text = new YamlText(blanks, sortKeys, meter);
    text.write(value, 0);
    return text.yaml.text();
  }

  /** Writes a value at the start of a line or after an indicator, up to its line end. */
  private void write(Value value, int column) {
    meter.step();
    meter.descend();
    switch (value) {
      case DictValue dict when dict.size() > 0 -> writeDict(dict, column);
      case ListValue list when !list.items().isEmpty() -> writeItems(list.items(), column);
      case TupleValue tuple when !tuple.items().isEmpty() -> writeItems(tuple.items(), column);
      default -> {
        writeScalar(value);
        yaml.append('\n');
      }
    }
    meter.ascend();
  }

  private void writeItems(List<Value> items, int column) {
    int margin = 0;
    for (Value item : items) {
      yaml.repeat(" ", margin).append('-').repeat(" ", Math.max(1, indentation - 1));
      write(item, column + Math.max(2, indentation));
      margin = column;
    }
  }

  private void writeDict(DictValue dict, int column) {
    int margin = 0;
    for (Value key : sortKeys ? sorted(dict) : dict.keys()) {
      Value value = dict.find(key, meter).orElseThrow();
      yaml.repeat(" ", margin);
      writeScalar(key);
      yaml.append(':');
      if (isNested(value)) {
        int inner = column + indentation;
        yaml.append('\n').repeat(" ", inner);
        write(value, inner);
      } else {
        yaml.append(' ');
        write(value, column);
      }
      margin = column;
    }
  }

  private List<Value> sorted(DictValue dict) {
    List<Keyed> keyed = dict.keys().stream().map(key -> new Keyed(key, key)).toList();
    return Ordering.sorted(keyed, false, meter);
  }

  private static boolean isNested(Value value) {
    return switch (value) {
      case DictValue dict -> dict.size() > 0;
      case ListValue list -> !list.items().isEmpty();
      case TupleValue tuple -> !tuple.items().isEmpty();
      default -> false;
    };
  }

  private void writeScalar(Value value) {
    switch (value) {
      case NoneValue _ -> yaml.append("null");
      case BooleanValue bool -> yaml.append(bool.isTrue() ? "true" : "false");
      case IntegerValue integer -> yaml.append(TextForm.ofInteger(integer.value()));
      case FloatValue number -> yaml.append(number(number.value()));
      case TextValue text -> writeText(text.value());
      case DictValue _ -> yaml.append("{}");
      case ListValue _, TupleValue _ -> yaml.append("[]");
      default ->
          throw new RenderException(
              "an object of type '" + value.typeName() + "' has no YAML form");
    }
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return ".nan";
    }
    return Double.isInfinite(number) ? (number > 0 ? ".inf" : "-.inf") : FloatText.of(number);
  }

  /** JSON's quotes are YAML's double quotes too. */
  private void writeText(String text) {
    if (isPlain(text)) {
      yaml.append(text);
    } else {
      JsonText.quote(text, yaml);
    }
  }

  private static boolean isPlain(String text) {
    return !WORDS.contains(text.toLowerCase(Locale.ROOT))
        && Character.isLetter(text.charAt(0))
        && text.codePoints().allMatch(point -> point < 0x80 && QuotedText.isPrintable(point))
        && !text.endsWith(" ")
        && !text.endsWith(":")
        && !text.contains(": ")
        && !text.contains(" #")
        && NumberText.findFloat(text).isEmpty();
  }
}
