package io.vespene.plugin;

/** A name and a password for source control. Neither may reach an argument, a file or a log. */
public record Login(String username, String password) {
  @Override
  public String toString() {
    return "Login[username=" + username + ", password=***]";
  }
}
