package io.vespene.cli.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach the database.
 *
 * @param jdbcUrl without user and password
 * @param poolSize how many connections at most, 2 or more
 * @param connectTimeout how long a caller waits for a connection
 */
public record DatabaseSettings(
    String jdbcUrl,
    Optional<String> user,
    Optional<Secret> password,
    int poolSize,
    Duration connectTimeout) {
  static final Setting<DatabaseUrl> URL =
      new Setting<>(
          "database.url",
          DatabaseUrl.TYPE,
          Optional.empty(),
          "The PostgreSQL database (15 or newer) that all servers share.");

  static final Setting<String> USER =
      new Setting<>(
          "database.user",
          ValueTypes.text(),
          Optional.empty(),
          "The database user, unless the address names one.");

  static final Setting<Secret> PASSWORD =
      new Setting<>(
          "database.password",
          ValueTypes.secret(),
          Optional.empty(),
          "The database user's password.");

  static final Setting<Path> PASSWORD_FILE =
      new Setting<>(
          "database.password-file",
          ValueTypes.absolutePath(),
          Optional.empty(),
          "A file of mode 0600 that holds the password instead.");

  static final Setting<Integer> POOL_SIZE =
      new Setting<>(
          "database.pool-size",
          ValueTypes.wholeNumber(2, 1000),
          Optional.of("16"),
          "Database connections per server, at most.");

  static final Setting<Duration> CONNECT_TIMEOUT =
      new Setting<>(
          "database.connect-timeout",
          ValueTypes.duration(Duration.ofMillis(250), Duration.ofMinutes(10)),
          Optional.of("10s"),
          "How long a request waits for a database connection before it fails.");

  /**
   * Takes them from all settings.
   *
   * @throws InvalidSettings if {@code database.url} is not set, or the password is set twice or in
   *     a file that can't be used
   */
  public static DatabaseSettings of(EffectiveSettings settings) {
    DatabaseUrl url = settings.require(URL);
    return new DatabaseSettings(
        url.jdbc(),
        settings.find(USER).or(url::user),
        password(settings, url),
        settings.require(POOL_SIZE),
        settings.require(CONNECT_TIMEOUT));
  }

  private static Optional<Secret> password(EffectiveSettings settings, DatabaseUrl url) {
    Optional<Secret> direct = settings.find(PASSWORD).or(url::password);
    Optional<Path> file = settings.find(PASSWORD_FILE);
    if (direct.isPresent() && file.isPresent()) {
      throw new InvalidSettings(PASSWORD_FILE.key() + ": the password is set elsewhere too");
    }
    return file.map(DatabaseSettings::read).or(() -> direct);
  }

  private static Secret read(Path file) {
    PrivateFile.findProblem(file)
        .ifPresent(problem -> {
          throw new InvalidSettings(PASSWORD_FILE.key() + ": " + problem);
        });
    try {
      return new Secret(Files.readString(file).strip());
    } catch (IOException e) {
      throw new InvalidSettings(PASSWORD_FILE.key() + ": the file " + file + " can't be read.");
    }
  }
}
