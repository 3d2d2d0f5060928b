package io.vespene.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an option of a plugin is set to; nothing in it is blank. */
public sealed interface OptionValue {
  /** One text; numbers and true or false are texts too. */
  record Text(String text) implements OptionValue {}

  /** A list of texts. */
  record Texts(List<String> texts) implements OptionValue {
    public Texts {
      texts = List.copyOf(texts);
    }
  }

  /** Names with a text each, in the order of the settings. */
  record Table(Map<String, String> texts) implements OptionValue {
    public Table {
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
  }
}
