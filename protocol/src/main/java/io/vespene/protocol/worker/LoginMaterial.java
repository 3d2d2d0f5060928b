package io.vespene.protocol.worker;

/**
 * A service login that a build may use for its checkout.
 *
 * @param name what people call it
 */
public record LoginMaterial(String name, String username, String password) {
  @Override
  public String toString() {
    return "LoginMaterial[name=" + name + ", username=" + username + ", password=***]";
  }
}
