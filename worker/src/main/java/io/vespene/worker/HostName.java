package io.vespene.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine is called. */
final class HostName {
  private HostName() {}

  static String find() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // The name has no address: the message begins with the name itself.
      String message = e.getMessage();
      return message == null ? "localhost" : message.split(":", 2)[0];
    }
  }
}
