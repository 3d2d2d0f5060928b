package io.vespene.cli.settings;

import java.util.Arrays;
import java.util.Optional;

/** Where in the settings plugins are asked for. */
public enum PluginPlace {
  SCM("scm"),
  ISOLATION("isolation"),
  OUTPUT("output"),
  PRE_TRIGGERS("triggers.pre"),
  SUCCESS_TRIGGERS("triggers.success"),
  FAILURE_TRIGGERS("triggers.failure");

  private final String key;

  PluginPlace(String key) {
    this.key = key;
  }

  /** The key above the names: {@code triggers.pre}. */
  public String key() {
    return key;
  }

  /** Whether plugins have a limit of time here. */
  boolean isOfTriggers() {
    return key.startsWith("triggers.");
  }

  static Optional<PluginPlace> find(String key) {
    return Arrays.stream(values()).filter(place -> place.key.equals(key)).findFirst();
  }

  /** Whether something below this key may be a place. */
  static boolean isAbove(String key) {
    return Arrays.stream(values()).anyMatch(place -> place.key.startsWith(key + "."));
  }
}
