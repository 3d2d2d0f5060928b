package io.vespene.jinja.format;

import io.vespene.jinja.python.FloatText;
import io.vespene.jinja.python.Ordering;
import io.vespene.jinja.python.Ordering.Keyed;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Values as JSON, laid out as Python's {@code json.dumps} does, in ASCII. */
public final class JsonText {

  /** How nested values are indented, if at all. */
  public record Indentation(Optional<String> unit) {

    public static final Indentation NONE = new Indentation(Optional.empty());

    public static Indentation of(String unit) {
      return new Indentation(Optional.of(unit));
    }
  }

  private final Indentation indentation;
  private final boolean sortKeys;
  private final Meter meter;
  private final MeteredText json;
  private int depth;

  private JsonText(Indentation indentation, boolean sortKeys, Meter meter) {
    this.indentation = indentation;
    this.sortKeys = sortKeys;
    this.meter = meter;
    this.json = new MeteredText(meter);
  }

  /**
   * The value as JSON.
   *
   * @throws RenderException if it, or something in it, has no JSON form
   */
  public static String of(Value value, Indentation indentation, boolean sortKeys, Meter meter) {
    JsonText text = new JsonText(indentation, sortKeys, meter);
    text.write(value);
    return text.json.text();
  }

  private void write(Value value) {
    meter.step();
    switch (value) {
      case NoneValue _ -> append("null");
      case BooleanValue bool -> append(bool.isTrue() ? "true" : "false");
      case IntegerValue integer -> append(TextForm.ofInteger(integer.value()));
      case FloatValue number -> append(number(number.value()));
      case TextValue text -> quote(text.value(), json);
      case ListValue list -> writeItems(list.items());
      case TupleValue tuple -> writeItems(tuple.items());
      case DictValue dict -> writeDict(dict);
      default ->
          throw new RenderException(
              "an object of type '" + value.typeName() + "' has no JSON form");
    }
  }

  private void writeItems(List<Value> items) {
    enter();
    append("[");
    boolean first = true;
    for (Value item : items) {
      startElement(first);
      write(item);
      first = false;
    }
    leave(first);
    append("]");
  }

  private void writeDict(DictValue dict) {
    enter();
    append("{");
    boolean first = true;
    for (Value key : sortKeys ? sorted(dict) : dict.keys()) {
      startElement(first);
      quote(name(key), json);
      append(": ");
      write(dict.find(key, meter).orElseThrow());
      first = false;
    }
    leave(first);
    append("}");
  }

  private void startElement(boolean first) {
    append(first ? "" : indentation.unit().isPresent() ? "," : ", ");
    startLine();
  }

  private void startLine() {
    indentation.unit().ifPresent(unit -> json.append('\n').repeat(unit, depth));
  }

  private List<Value> sorted(DictValue dict) {
    List<Keyed> keyed = dict.keys().stream().map(key -> new Keyed(key, key)).toList();
    return Ordering.sorted(keyed, false, meter);
  }

  private static String name(Value key) {
    return switch (key) {
      case TextValue text -> text.value();
      case IntegerValue integer -> TextForm.ofInteger(integer.value());
      case FloatValue number -> number(number.value());
      case BooleanValue bool -> bool.isTrue() ? "true" : "false";
      case NoneValue _ -> "null";
      default ->
          throw new RenderException("a key of type '" + key.typeName() + "' has no JSON form");
    };
  }

  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    return FloatText.of(number);
  }

  /** Writes a text in double quotes. */
  static void quote(String text, MeteredText quoted) {
    quoted.append('"');
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\f' -> quoted.append("\\f");
        case '\b' -> quoted.append("\\b");
        default -> {
          if (character < ' ' || character > '~') {
            quoted.append("\\u").append(HexFormat.of().toHexDigits(character));
          } else {
            quoted.append(character);
          }
        }
      }
    }
    quoted.append('"');
  }

  private void append(String part) {
    json.append(part);
  }

  private void enter() {
    meter.descend();
    depth++;
  }

  private void leave(boolean empty) {
    meter.ascend();
    depth--;
    if (!empty) {
      startLine();
    }
  }
}
