package io.vespene.worker.server;

/** The server understood and says no; asking again in the same way is of no use. */
public final class RequestRefused extends ServerFailure {
  private final int status;

  RequestRefused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status: 401 when the token or credential is unknown. */
  public int status() {
    return status;
  }

  public boolean isUnauthorized() {
    return status == 401;
  }
}
