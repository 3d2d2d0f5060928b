package io.vespene.cli.up;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Makes sure of a port before anything is started. */
final class FreePort {
  private FreePort() {}

  /**
   * The wanted port, or any free one for 0.
   *
   * @throws CommandFailure if it is taken, forbidden or no port at all
   */
  static int require(int wanted) {
    if (wanted < 0 || wanted > 65535) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          "--port: must be a whole number from 0 to 65535, not " + wanted + ".");
    }
    try (var socket = new ServerSocket(wanted, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (BindException e) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "Port "
              + wanted
              + " can't be used ("
              + e.getMessage()
              + "): stop the program that has it, or choose another port with --port.",
          e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "Port " + wanted + " can't be used: " + e.getMessage(), e);
    }
  }
}
