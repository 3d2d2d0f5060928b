package io.vespene.cli.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a PostgreSQL database is, and perhaps who to be there.
 *
 * @param address host, port, database and parameters, without user and password: {@code
 *     //db.example.com:5432/vespene?sslmode=require}
 */
public record DatabaseUrl(String address, Optional<String> user, Optional<Secret> password) {
  static final ValueType<DatabaseUrl> TYPE =
      new ValueType<>(
          "an address such as postgresql://db.example.com:5432/vespene",
          DatabaseUrl::find,
          DatabaseUrl::text);

  /** As the JDBC driver wants it. */
  public String jdbc() {
    return "jdbc:postgresql:" + address;
  }

  private static Optional<DatabaseUrl> find(String text) {
    String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
    if (!plain.startsWith("postgresql://") && !plain.startsWith("postgres://")) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = new URI(plain);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    // A password among the parameters would be shown wherever the address is.
    boolean complete = uri.getHost() != null && uri.getPath().length() > 1;
    boolean hidesPassword = uri.getRawQuery() != null && uri.getRawQuery().contains("password=");
    return complete && !hidesPassword ? Optional.of(split(uri)) : Optional.empty();
  }

  private static DatabaseUrl split(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String address = "//" + uri.getHost() + port + uri.getRawPath() + query;
    String[] login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
    return new DatabaseUrl(
        address,
        Optional.of(decode(login[0])).filter(name -> !name.isEmpty()),
        login.length == 2 ? Optional.of(new Secret(decode(login[1]))) : Optional.empty());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private String text() {
    String login = user.map(name -> name + (password.isPresent() ? ":***" : "") + "@").orElse("");
    return "postgresql://" + login + address.substring(2);
  }
}
