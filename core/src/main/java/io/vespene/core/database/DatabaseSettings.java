package io.vespene.core.database;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:postgresql://host/name} or {@code postgresql://user:password@host/name}
 * @param user beats a user in the URL
 * @param password beats a password in the URL
 * @param poolSize how many connections are kept at most; 1 or more
 * @param connectTimeout how long a caller waits for a connection before it hears "unavailable"
 */
public record DatabaseSettings(
    String url,
    Optional<String> user,
    Optional<String> password,
    int poolSize,
    Duration connectTimeout) {
  public static final int DEFAULT_POOL_SIZE = 16;
  public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Everything but the address as it is by default. */
  public static DatabaseSettings of(String url) {
    return new DatabaseSettings(
        url, Optional.empty(), Optional.empty(), DEFAULT_POOL_SIZE, DEFAULT_CONNECT_TIMEOUT);
  }

  @Override
  public String toString() {
    return "DatabaseSettings[poolSize=" + poolSize + ", connectTimeout=" + connectTimeout + "]";
  }
}
