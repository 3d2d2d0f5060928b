package io.vespene.worker.fileserving;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where build directories are served.
 *
 * @param enabled whether they are at all
 * @param hostName the name or address under which servers and browsers reach the port; empty for
 *     the machine's own name
 * @param bindAddress where to listen
 * @param port 0 takes any free one
 */
public record FileServing(
    boolean enabled, Optional<String> hostName, InetAddress bindAddress, int port) {
  /** Serves nothing. */
  public static final FileServing OFF =
      new FileServing(false, Optional.empty(), InetAddress.getLoopbackAddress(), 0);

  InetSocketAddress address() {
    return new InetSocketAddress(bindAddress, port);
  }
}
