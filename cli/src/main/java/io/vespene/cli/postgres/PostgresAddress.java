package io.vespene.cli.postgres;

/** Where the embedded database listens, and its password. */
public record PostgresAddress(int port, String password) {
  /** The name of the only database user. */
  public static final String USER = "vespene";

  /** The product's database. */
  public String url() {
    return "postgresql://127.0.0.1:" + port + "/vespene";
  }

  String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String toString() {
    return "PostgresAddress[port=" + port + ", password=***]";
  }
}
