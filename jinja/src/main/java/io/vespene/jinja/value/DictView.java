package io.vespene.jinja.value;

import java.util.ArrayList;
import java.util.List;

/** What {@code keys()}, {@code values()} and {@code items()} return: it follows its dictionary. */
public record DictView(DictValue dict, Kind kind) implements Value {

  /** Which part of each entry the view shows. */
  public enum Kind {
    KEYS("dict_keys"),
    VALUES("dict_values"),
    ITEMS("dict_items");

    private final String typeName;

    Kind(String typeName) {
      this.typeName = typeName;
    }
  }

  public List<Value> items() {
    return switch (kind) {
      case KEYS -> dict.keys();
      case VALUES -> dict.values();
      case ITEMS -> pairs(dict);
    };
  }

  private static List<Value> pairs(DictValue dict) {
    List<Value> pairs = new ArrayList<>(dict.size());
    for (DictValue.Entry entry : dict.entries()) {
      pairs.add(new TupleValue(List.of(entry.key(), entry.value())));
    }
    return pairs;
  }

  @Override
  public String typeName() {
    return kind.typeName;
  }
}
