package io.vespene.cli.settings;

import java.net.InetAddress;
import java.time.Duration;

/**
 * How a server is reached.
 *
 * @param port 0 takes any free one
 * @param sessionTimeout a browser is logged out after this long without a request
 * @param stopLimit how long requests in progress may go on when the server is stopped
 */
public record ListenSettings(
    InetAddress bindAddress, int port, Duration sessionTimeout, Duration stopLimit) {
  /** Takes them from all settings. */
  public static ListenSettings of(EffectiveSettings settings) {
    return new ListenSettings(
        settings.require(AllSettings.SERVER_BIND_ADDRESS),
        settings.require(AllSettings.SERVER_PORT),
        settings.require(AllSettings.SERVER_SESSION_TIMEOUT),
        settings.require(AllSettings.SERVER_STOP_LIMIT));
  }
}
