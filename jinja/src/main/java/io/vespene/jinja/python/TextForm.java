package io.vespene.jinja.python;

import io.vespene.jinja.value.BooleanValue;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.DictView;
import io.vespene.jinja.value.FloatValue;
import io.vespene.jinja.value.IntegerValue;
import io.vespene.jinja.value.ListValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.MeteredText;
import io.vespene.jinja.value.NoneValue;
import io.vespene.jinja.value.ObjectValue;
import io.vespene.jinja.value.RangeValue;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.StreamValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.UndefinedValue;
import io.vespene.jinja.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Values as text: what printing them shows, and what they look like inside a list. */
public final class TextForm {

  /** Beyond this many digits Python refuses to write a whole number. */
  private static final int MAX_DIGITS = 4300;

  private static final BigInteger FIRST_TOO_LONG = BigInteger.TEN.pow(MAX_DIGITS);

  private final Meter meter;
  private final MeteredText written;
  private final List<Value> open = new ArrayList<>();

  private TextForm(Meter meter) {
    this.meter = meter;
    this.written = new MeteredText(meter);
  }

  /**
   * Python's {@code str(value)}.
   *
   * @throws RenderException if the value is strictly undefined or the text too long
   */
  public static String of(Value value, Meter meter) {
    return switch (value) {
      case TextValue text -> text.value();
      case UndefinedValue undefined -> {
        undefined.requireLenient();
        yield "";
      }
      default -> quoted(value, meter);
    };
  }

  /** Python's {@code repr(value)}. */
  public static String quoted(Value value, Meter meter) {
    TextForm form = new TextForm(meter);
    form.write(value);
    return form.written.text();
  }

  /** A whole number in decimal, unless it is absurdly long. */
  public static String ofInteger(BigInteger integer) {
    if (integer.abs().compareTo(FIRST_TOO_LONG) >= 0) {
      throw new RenderException("the number has more than %d digits".formatted(MAX_DIGITS));
    }
    return integer.toString();
  }

  private void write(Value value) {
    meter.step();
    switch (value) {
      case NoneValue _ -> append("None");
      case BooleanValue bool -> append(bool.isTrue() ? "True" : "False");
      case IntegerValue integer -> append(ofInteger(integer.value()));
      case FloatValue number -> append(FloatText.of(number.value()));
      case TextValue text -> QuotedText.append(written, text.value());
      case ListValue list -> writeItems(list, "[", list.items(), "]", "[...]");
      case TupleValue tuple ->
          writeItems(tuple, "(", tuple.items(), tuple.items().size() == 1 ? ",)" : ")", "(...)");
      case DictValue dict -> writeDict(dict);
      case DictView view -> writeItems(view, view.typeName() + "([", view.items(), "])", "...");
      case RangeValue range -> append(ofRange(range));
      case StreamValue stream -> append("<" + stream.typeName() + " object>");
      case UndefinedValue _ -> append("Undefined");
      case ObjectValue object -> append(object.text());
    }
  }

  private void writeItems(Value owner, String start, List<Value> items, String end, String again) {
    if (isOpen(owner)) {
      append(again);
      return;
    }
    enter(owner);
    append(start);
    for (int i = 0; i < items.size(); i++) {
      append(i == 0 ? "" : ", ");
      write(items.get(i));
    }
    append(end);
    leave();
  }

  private void writeDict(DictValue dict) {
    if (isOpen(dict)) {
      append("{...}");
      return;
    }
    enter(dict);
    String separator = "{";
    for (DictValue.Entry entry : dict.entries()) {
      append(separator);
      write(entry.key());
      append(": ");
      write(entry.value());
      separator = ", ";
    }
    append(dict.size() == 0 ? "{}" : "}");
    leave();
  }

  private static String ofRange(RangeValue range) {
    String ends = "range(" + range.start() + ", " + range.stop();
    return range.step() == 1 ? ends + ")" : ends + ", " + range.step() + ")";
  }

  private void append(String part) {
    written.append(part);
  }

  private boolean isOpen(Value value) {
    return open.stream().anyMatch(other -> Equality.identical(other, value));
  }

  private void enter(Value value) {
    meter.descend();
    open.add(value);
  }

  private void leave() {
    meter.ascend();
    open.removeLast();
  }
}
