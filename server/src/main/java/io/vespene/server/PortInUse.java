package io.vespene.server;

/** Another program listens where the server was told to. */
public final class PortInUse extends RuntimeException {
  private final int port;

  PortInUse(int port, Throwable cause) {
    super("port " + port + " is in use by another program", cause);
    this.port = port;
  }

  /** The port that is taken. */
  public int port() {
    return port;
  }
}
