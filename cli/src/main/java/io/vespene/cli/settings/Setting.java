package io.vespene.cli.settings;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that can be set.
 *
 * @param key kebab-case, with a dot between area and name: {@code database.url}
 * @param usual the value when nobody chose one; empty when there is none
 * @param about what it does, in a sentence for people
 */
public record Setting<T>(String key, ValueType<T> type, Optional<String> usual, String about) {
  /** The environment variable: {@code VESPENE_DATABASE_URL} for {@code database.url}. */
  public String variable() {
    return variable(key);
  }

  static String variable(String key) {
    return "VESPENE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * The checked value of a text.
   *
   * @throws InvalidSettings if the text is not allowed; names key, text and what is allowed
   */
  T parse(GivenValue given) {
    return type.parse()
        .apply(given.text())
        .orElseThrow(() ->
            new InvalidSettings(
                key
                    + ": must be "
                    + type.allowed()
                    + shownText(given)
                    + " ("
                    + given.origin().text()
                    + ")"));
  }

  /** What stands in a wrong address may be half a password. */
  private String shownText(GivenValue given) {
    boolean mayHoldPassword = given.text().contains("@");
    return mayHoldPassword ? "" : ", not '" + given.text() + "'";
  }
}
