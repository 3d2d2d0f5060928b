package io.vespene.core.database;

import io.vespene.core.problem.SetUpProblem;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A database URL in either spelling, taken apart. */
record ConnectionAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {
  static ConnectionAddress of(DatabaseSettings settings) {
    ConnectionAddress address = parse(settings.url().strip());
    return new ConnectionAddress(
        address.jdbcUrl,
        settings.user().or(address::user),
        settings.password().or(address::password));
  }

  private static ConnectionAddress parse(String url) {
    if (url.startsWith("jdbc:postgresql:")) {
      return new ConnectionAddress(url, Optional.empty(), Optional.empty());
    }
    if (!url.startsWith("postgresql://") && !url.startsWith("postgres://")) {
      throw unusable();
    }
    try {
      URI uri = URI.create(url);
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String hosts = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
      int at = hosts.lastIndexOf('@');
      String[] login = at < 0 ? new String[0] : hosts.substring(0, at).split(":", 2);
      return new ConnectionAddress(
          "jdbc:postgresql://" + hosts.substring(at + 1) + uri.getRawPath() + query,
          login.length > 0 && !login[0].isEmpty()
              ? Optional.of(decode(login[0]))
              : Optional.empty(),
          login.length > 1 ? Optional.of(decode(login[1])) : Optional.empty());
    } catch (IllegalArgumentException e) {
      // The message of the cause would show the password.
      throw unusable();
    }
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static SetUpProblem unusable() {
    return new SetUpProblem(
        "database.url must be jdbc:postgresql://host:port/name or"
            + " postgresql://user:password@host:port/name");
  }

  @Override
  public String toString() {
    return "ConnectionAddress[***]";
  }
}
