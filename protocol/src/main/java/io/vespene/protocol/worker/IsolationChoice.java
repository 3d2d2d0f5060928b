package io.vespene.protocol.worker;

import java.util.Map;

/**
 * How the script is to be kept away from the worker and from other builds.
 *
 * @param type {@code sudo}, {@code none} or the name of another isolation plugin
 * @param options the pool's settings for it, such as {@code sudo_user}
 */
public record IsolationChoice(String type, Map<String, String> options) {
  public IsolationChoice {
    options = Map.copyOf(options);
  }
}
