package io.vespene.cli.settings;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How a server is reached.
 *
 * @param port 0 takes any free one
 * @param sessionTimeout a browser is logged out after this long without a request
 * @param stopLimit how long requests in progress may go on when the server is stopped
 * @param publicUrl where people find the installation
 */
public record ListenSettings(
    InetAddress bindAddress, int port, Duration sessionTimeout, Duration stopLimit, URI publicUrl) {
  static final Setting<URI> PUBLIC_URL =
      new Setting<>(
          "public-url",
          ValueTypes.webAddress(),
          Optional.empty(),
          "Where people find this installation; scripts get it as `VESPENE_URL`. Default: the "
              + "server's own address.");

  static final Setting<InetAddress> BIND_ADDRESS =
      new Setting<>(
          "server.bind-address",
          ValueTypes.ipAddress(),
          Optional.of("127.0.0.1"),
          "The address the server listens on. Put a TLS proxy in front before opening it.");

  static final Setting<Integer> PORT =
      new Setting<>(
          "server.port",
          ValueTypes.wholeNumber(0, 65535),
          Optional.of("8000"),
          "The port the server listens on; 0 takes any free one.");

  static final Setting<Duration> SESSION_TIMEOUT =
      new Setting<>(
          "server.session-timeout",
          ValueTypes.duration(Duration.ofMinutes(1), Duration.ofDays(365)),
          Optional.of("12h"),
          "A browser is logged out after this long without a request.");

  static final Setting<Duration> STOP_LIMIT =
      new Setting<>(
          "server.stop-limit",
          ValueTypes.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
          Optional.of("20s"),
          "How long requests in progress may go on when a server is stopped.");

  /** Takes them from all settings. */
  public static ListenSettings of(EffectiveSettings settings) {
    int port = settings.require(PORT);
    return new ListenSettings(
        settings.require(BIND_ADDRESS),
        port,
        settings.require(SESSION_TIMEOUT),
        settings.require(STOP_LIMIT),
        settings.find(PUBLIC_URL).orElseGet(() -> URI.create("http://127.0.0.1:" + port)));
  }
}
