package io.vespene.jinja.python;

import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.DictView;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.TupleValue;
import io.vespene.jinja.value.Value;
import java.util.Iterator;

/** Python's {@code in}. */
public final class Membership {

  private Membership() {}

  /**
   * Whether a container holds a value: a text another text, a dictionary a key.
   *
   * @throws RenderException if it is no container
   */
  public static boolean contains(Value container, Value value, Meter meter) {
    return switch (container) {
      case TextValue text -> containsText(text.value(), value, meter);
      case DictValue dict -> dict.find(value, meter).isPresent();
      case DictView view when view.kind() == DictView.Kind.KEYS ->
          view.dict().find(value, meter).isPresent();
      case DictView view when view.kind() == DictView.Kind.ITEMS ->
          containsItem(view.dict(), value, meter);
      default -> containsElement(container, value, meter);
    };
  }

  private static boolean containsText(String text, Value value, Meter meter) {
    if (!(value instanceof TextValue part)) {
      throw new RenderException(
          "'in <string>' requires string as left operand, not " + value.typeName());
    }
    TextSearch.charge(text, part.value(), meter);
    return text.contains(part.value());
  }

  private static boolean containsItem(DictValue dict, Value value, Meter meter) {
    return value instanceof TupleValue pair
        && pair.items().size() == 2
        && dict.find(pair.items().getFirst(), meter)
            .filter(found -> Equality.equal(found, pair.items().getLast(), meter))
            .isPresent();
  }

  private static boolean containsElement(Value container, Value value, Meter meter) {
    Iterator<Value> elements = Iteration.of(container);
    while (elements.hasNext()) {
      Value element = elements.next();
      if (Equality.identical(element, value) || Equality.equal(element, value, meter)) {
        return true;
      }
    }
    return false;
  }
}
