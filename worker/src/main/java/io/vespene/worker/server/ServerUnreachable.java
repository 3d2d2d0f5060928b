package io.vespene.worker.server;

import java.net.URI;

/** No answer, or one that means "later": the same request may succeed here or at another server. */
public final class ServerUnreachable extends ServerFailure {
  private final URI server;

  ServerUnreachable(URI server, String cause) {
    super(server + ": " + cause);
    this.server = server;
  }

  ServerUnreachable(URI server, Throwable cause) {
    super(server + ": " + describe(cause), cause);
    this.server = server;
  }

  public URI server() {
    return server;
  }

  private static String describe(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
