package io.vespene.core.audit;

/**
 * Who does something, and from where.
 *
 * @param name a user's name, or what acts by itself: {@code the command line}, {@code pipeline
 *     release}
 * @param address of the machine that asked; empty for {@link Channel#SYSTEM}
 */
public record Actor(String name, Channel channel, String address) {
  /** What acts without a request. */
  public static Actor system(String name) {
    return new Actor(name, Channel.SYSTEM, "");
  }
}
