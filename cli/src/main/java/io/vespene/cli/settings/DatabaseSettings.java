package io.vespene.cli.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach the database.
 *
 * @param jdbcUrl without user and password
 * @param poolSize how many connections at most, 2 or more
 */
public record DatabaseSettings(
    String jdbcUrl, Optional<String> user, Optional<Secret> password, int poolSize) {
  /**
   * Takes them from all settings.
   *
   * @throws InvalidSettings if {@code database.url} is not set, or the password is set twice or in
   *     a file that can't be used
   */
  public static DatabaseSettings of(EffectiveSettings settings) {
    DatabaseUrl url = settings.require(AllSettings.DATABASE_URL);
    return new DatabaseSettings(
        url.jdbc(),
        settings.find(AllSettings.DATABASE_USER).or(url::user),
        password(settings, url),
        settings.require(AllSettings.DATABASE_POOL_SIZE));
  }

  private static Optional<Secret> password(EffectiveSettings settings, DatabaseUrl url) {
    Optional<Secret> direct = settings.find(AllSettings.DATABASE_PASSWORD).or(url::password);
    Optional<Path> file = settings.find(AllSettings.DATABASE_PASSWORD_FILE);
    if (direct.isPresent() && file.isPresent()) {
      throw new InvalidSettings(
          AllSettings.DATABASE_PASSWORD_FILE.key() + ": the password is set elsewhere too");
    }
    return file.map(DatabaseSettings::read).or(() -> direct);
  }

  private static Secret read(Path file) {
    PrivateFile.findProblem(file)
        .ifPresent(problem -> {
          throw new InvalidSettings(AllSettings.DATABASE_PASSWORD_FILE.key() + ": " + problem);
        });
    try {
      return new Secret(Files.readString(file).strip());
    } catch (IOException e) {
      throw new InvalidSettings(
          AllSettings.DATABASE_PASSWORD_FILE.key() + ": the file " + file + " can't be read.");
    }
  }
}
