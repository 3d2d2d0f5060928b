package io.vespene.cli.client;

import java.util.Arrays;
import java.util.List;

/** Options that hold names with commas between them. */
public final class NameList {
  private NameList() {}

  /** The names in order; none when the text is empty. */
  public static List<String> parse(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }
}
