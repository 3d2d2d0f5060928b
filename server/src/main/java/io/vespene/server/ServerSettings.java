package io.vespene.server;

import io.vespene.server.files.FileLinks;
import java.net.InetAddress;
import java.time.Duration;

/**
 * What a server needs to know besides its database.
 *
 * @param bindAddress where it listens; the loopback address unless the installation opens it
 * @param port where it listens; 0 takes any free port
 * @param sessionTimeout a browser session ends after this long without a request
 * @param stopLimit how long requests in progress may go on after a stop was asked for
 * @param files how people get to the files of builds
 */
public record ServerSettings(
    InetAddress bindAddress,
    int port,
    Duration sessionTimeout,
    Duration stopLimit,
    FileLinks files) {
  public ServerSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
    }
    if (!sessionTimeout.isPositive() || !stopLimit.isPositive()) {
      throw new IllegalArgumentException("time limits must be positive");
    }
  }

  /** A server that only this machine can reach. */
  public static ServerSettings onLoopback(int port) {
    return new ServerSettings(
        InetAddress.getLoopbackAddress(),
        port,
        Duration.ofHours(12),
        Duration.ofSeconds(20),
        FileLinks.DEFAULT);
  }
}
