package io.vespene.cli.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checked values, each with where it came from. */
public final class EffectiveSettings {
  private final Map<Setting<?>, Value> values;

  private final List<PluginEntry> plugins;

  EffectiveSettings(Map<Setting<?>, Value> values, List<PluginEntry> plugins) {
    this.values = new LinkedHashMap<>(values);
    this.plugins = List.copyOf(plugins);
  }

  /** The plugins that are asked for, in the order of the file; of all places. */
  public List<PluginEntry> plugins() {
    return plugins;
  }

  /** Those of one place, in their order. */
  public List<PluginEntry> plugins(PluginPlace place) {
    return plugins.stream().filter(entry -> entry.place() == place).toList();
  }

  /** The value; empty when nobody chose one and there is no default. */
  <T> Optional<T> find(Setting<T> setting) {
    return Optional.ofNullable(values.get(setting))
        .map(value -> setting.parse(new GivenValue(value.text(), value.origin())));
  }

  /**
   * The value.
   *
   * @throws InvalidSettings if nobody chose one and there is no default
   */
  <T> T require(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() ->
            new InvalidSettings(
                setting.key()
                    + ": must be set to "
                    + setting.type().allowed()
                    + ", in the settings file or as "
                    + setting.variable()));
  }

  /** Whether somebody chose the value. */
  boolean isChosen(Setting<?> setting) {
    return Optional.ofNullable(values.get(setting))
        .filter(value -> !(value.origin() instanceof Origin.Usual))
        .isPresent();
  }

  /** Whether the setting with this key has a value. */
  public boolean has(String key) {
    return values.keySet().stream().anyMatch(setting -> setting.key().equals(key));
  }

  /** The value as it may be shown: secrets are {@code ***}; empty when there is none. */
  public String shown(Setting<?> setting) {
    return Optional.ofNullable(values.get(setting)).map(Value::shown).orElse("");
  }

  /** Where the value comes from; {@code not set} when there is none. */
  public String origin(Setting<?> setting) {
    return Optional.ofNullable(values.get(setting))
        .map(value -> value.origin().text())
        .orElse("not set");
  }

  /**
   * One checked value.
   *
   * @param text as it was given
   * @param shown as it may be shown
   */
  record Value(String text, String shown, Origin origin) {}
}
