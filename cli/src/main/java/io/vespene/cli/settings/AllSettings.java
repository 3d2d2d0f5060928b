package io.vespene.cli.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Every setting there is. The user guide's page of settings is checked against this list. */
public final class AllSettings {
  static final Setting<DatabaseUrl> DATABASE_URL =
      new Setting<>(
          "database.url",
          DatabaseUrl.TYPE,
          Optional.empty(),
          "The PostgreSQL database (15 or newer) that all servers share.");
  static final Setting<String> DATABASE_USER =
      new Setting<>(
          "database.user",
          ValueTypes.text(),
          Optional.empty(),
          "The database user, unless the address names one.");
  static final Setting<Secret> DATABASE_PASSWORD =
      new Setting<>(
          "database.password",
          ValueTypes.secret(),
          Optional.empty(),
          "The database user's password.");
  static final Setting<Path> DATABASE_PASSWORD_FILE =
      new Setting<>(
          "database.password-file",
          ValueTypes.absolutePath(),
          Optional.empty(),
          "A file of mode 0600 that holds the password instead.");
  static final Setting<Integer> DATABASE_POOL_SIZE =
      new Setting<>(
          "database.pool-size",
          ValueTypes.wholeNumber(2, 1000),
          Optional.of("16"),
          "Database connections per server, at most.");
  static final Setting<InetAddress> SERVER_BIND_ADDRESS =
      new Setting<>(
          "server.bind-address",
          ValueTypes.ipAddress(),
          Optional.of("127.0.0.1"),
          "The address the server listens on. Put a TLS proxy in front before opening it.");
  static final Setting<Integer> SERVER_PORT =
      new Setting<>(
          "server.port",
          ValueTypes.wholeNumber(0, 65535),
          Optional.of("8000"),
          "The port the server listens on; 0 takes any free one.");
  static final Setting<Duration> SERVER_SESSION_TIMEOUT =
      new Setting<>(
          "server.session-timeout",
          ValueTypes.duration(Duration.ofMinutes(1), Duration.ofDays(365)),
          Optional.of("12h"),
          "A browser is logged out after this long without a request.");
  static final Setting<Duration> SERVER_STOP_LIMIT =
      new Setting<>(
          "server.stop-limit",
          ValueTypes.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
          Optional.of("20s"),
          "How long requests in progress may go on when a server is stopped.");
  static final Setting<List<URI>> WORKER_SERVERS =
      new Setting<>(
          "worker.servers",
          ValueTypes.webAddresses(),
          Optional.of("http://127.0.0.1:8000"),
          "The servers a worker talks to; it tries the next when one is down.");
  static final Setting<Path> WORKER_STATE_DIRECTORY =
      new Setting<>(
          "worker.state-directory",
          ValueTypes.absolutePath(),
          Optional.of("/var/lib/vespene/worker"),
          "Where a worker keeps its identity and output that is not yet sent.");
  static final Setting<Path> WORKER_BUILD_ROOT =
      new Setting<>(
          "worker.build-root",
          ValueTypes.absolutePath(),
          Optional.of("/var/lib/vespene/builds"),
          "Where a worker makes one directory per build.");
  static final Setting<String> WORKER_HOST_NAME =
      new Setting<>(
          "worker.host-name",
          ValueTypes.text(),
          Optional.empty(),
          "The name under which others reach the worker's machine. Default: its own host name.");
  static final Setting<Path> KEYSET_FILE =
      new Setting<>(
          "keyset-file",
          ValueTypes.absolutePath(),
          Optional.of("/etc/vespene/keyset.json"),
          "The keys that encrypt secrets in the database; mode 0600, the same on all servers.");
  static final Setting<Boolean> ALLOW_UNISOLATED =
      new Setting<>(
          "allow-unisolated",
          ValueTypes.flag(),
          Optional.of("false"),
          "Allow pools without isolation: scripts run as the worker's own user.");
  static final Setting<Boolean> ALLOW_FILE_URLS =
      new Setting<>(
          "allow-file-urls",
          ValueTypes.flag(),
          Optional.of("false"),
          "Allow file:// repositories, which let a build read repositories on the worker's disk.");
  static final Setting<String> LOG_FORMAT =
      new Setting<>(
          "log.format",
          ValueTypes.choice("text", "json"),
          Optional.of("text"),
          "How servers and workers write their own log to standard output.");
  static final Setting<String> LOG_LEVEL =
      new Setting<>(
          "log.level",
          ValueTypes.choice("error", "warn", "info", "debug"),
          Optional.of("info"),
          "The least important messages that are still written.");

  private static final List<Setting<?>> ALL =
      List.of(
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          DATABASE_PASSWORD_FILE,
          DATABASE_POOL_SIZE,
          SERVER_BIND_ADDRESS,
          SERVER_PORT,
          SERVER_SESSION_TIMEOUT,
          SERVER_STOP_LIMIT,
          WORKER_SERVERS,
          WORKER_STATE_DIRECTORY,
          WORKER_BUILD_ROOT,
          WORKER_HOST_NAME,
          KEYSET_FILE,
          ALLOW_UNISOLATED,
          ALLOW_FILE_URLS,
          LOG_FORMAT,
          LOG_LEVEL);

  private AllSettings() {}

  /** All of them, in the order of the user guide. */
  public static List<Setting<?>> list() {
    return ALL;
  }
}
