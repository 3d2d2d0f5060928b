package io.vespene.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings the settings file, environment variables and options together and checks every value. An
 * option beats a variable, a variable beats the file, the file beats the default.
 */
public final class ReadSettings {
  /** Read when it exists and no other file is named. */
  public static final Path USUAL_FILE = Path.of("/etc/vespene/vespene.yaml");

  private static final String FILE_VARIABLE = "VESPENE_CONFIG";
  private static final Map<String, Setting<?>> BY_KEY =
      AllSettings.list().stream().collect(Collectors.toMap(Setting::key, Function.identity()));
  private static final Map<String, Setting<?>> BY_VARIABLE =
      AllSettings.list().stream().collect(Collectors.toMap(Setting::variable, Function.identity()));

  private final List<String> problems = new ArrayList<>();
  private final Map<String, GivenValue> given = new LinkedHashMap<>();
  private final List<PluginEntry> plugins = new ArrayList<>();

  private ReadSettings() {}

  /**
   * The settings of a server, a worker or an administration command.
   *
   * @param file the file to read instead of the usual one
   * @param options values that the command line gave, by key
   * @throws InvalidSettings naming everything that is wrong
   */
  public static EffectiveSettings read(
      Optional<Path> file, Map<String, String> environment, Map<String, GivenValue> options) {
    return readWithout(findFile(file, environment), environment, options);
  }

  /** The settings file that is read, if there is one. */
  static Optional<Path> findFile(Optional<Path> file, Map<String, String> environment) {
    return file.or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of))
        .or(() -> Optional.of(USUAL_FILE).filter(Files::exists));
  }

  /**
   * The settings of {@code up}, which reads no file unless one is named and chooses most by itself.
   *
   * @param chosen values that nobody else may set, by key
   * @throws InvalidSettings naming everything that is wrong
   */
  public static EffectiveSettings readWithout(
      Optional<Path> file, Map<String, String> environment, Map<String, GivenValue> chosen) {
    var reading = new ReadSettings();
    file.ifPresent(reading::readFile);
    reading.readEnvironment(environment);
    reading.given.putAll(chosen);
    return reading.checked();
  }

  private void readFile(Path file) {
    SettingsFile.Content content = SettingsFile.read(file);
    Map<String, GivenValue> values = content.values();
    plugins.addAll(content.plugins());
    values.forEach((key, value) -> {
      if (BY_KEY.containsKey(key)) {
        given.put(key, value);
      } else {
        problems.add(unknown(key, value.origin()));
      }
    });
    if (holdsSecret(values)) {
      PrivateFile.findProblem(file).ifPresent(problems::add);
    }
  }

  private static boolean holdsSecret(Map<String, GivenValue> values) {
    return values.containsKey(DatabaseSettings.PASSWORD.key())
        || Optional.ofNullable(values.get(DatabaseSettings.URL.key()))
            .flatMap(url -> DatabaseUrl.TYPE.parse().apply(url.text()))
            .flatMap(DatabaseUrl::password)
            .isPresent();
  }

  private static String unknown(String key, Origin origin) {
    String hint =
        NearestName.find(key, BY_KEY.keySet())
            .map(name -> "; did you mean " + name + "?")
            .orElse("; 'vespene config' lists all settings");
    return key + ": is not a setting (" + origin.text() + ")" + hint;
  }

  private void readEnvironment(Map<String, String> environment) {
    environment.forEach((variable, text) -> {
      Setting<?> setting = BY_VARIABLE.get(variable);
      if (setting != null && !text.isBlank()) {
        given.put(setting.key(), new GivenValue(text, new Origin.InEnvironment(variable)));
      } else if (isPluginMap(variable)) {
        problems.add(variable + ": plugins can only be set in the settings file");
      } else if (setting == null) {
        problems.addAll(misspelt(variable).stream().toList());
      }
    });
  }

  /** Ordered maps have no form as a variable. */
  private static boolean isPluginMap(String variable) {
    return variable.startsWith("VESPENE_TRIGGERS")
        || Arrays.stream(PluginPlace.values())
            .anyMatch(place -> variable.equals(Setting.variable(place.key())));
  }

  /**
   * Other variables may begin with VESPENE_ too, those of a build for example, so only a name that
   * is nearly a setting's is refused.
   */
  private static Optional<String> misspelt(String variable) {
    if (!variable.startsWith("VESPENE_")) {
      return Optional.empty();
    }
    return BY_VARIABLE.keySet().stream()
        .filter(name -> NearestName.distance(variable, name) <= 2)
        .findFirst()
        .map(name -> variable + ": is not a setting; did you mean " + name + "?");
  }

  private EffectiveSettings checked() {
    Map<Setting<?>, EffectiveSettings.Value> values = new LinkedHashMap<>();
    for (Setting<?> setting : AllSettings.list()) {
      Optional.ofNullable(given.get(setting.key()))
          .or(() -> setting.usual().map(text -> new GivenValue(text, new Origin.Usual())))
          .flatMap(value -> check(setting, value))
          .ifPresent(value -> values.put(setting, value));
    }
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
    return new EffectiveSettings(values, plugins);
  }

  private <T> Optional<EffectiveSettings.Value> check(Setting<T> setting, GivenValue value) {
    try {
      T parsed = setting.parse(value);
      String shown = setting.type().show().apply(parsed);
      return Optional.of(new EffectiveSettings.Value(value.text(), shown, value.origin()));
    } catch (InvalidSettings e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }
}
