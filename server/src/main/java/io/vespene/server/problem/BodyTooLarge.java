package io.vespene.server.problem;

import io.vespene.protocol.rest.Problem;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A request's body is longer than its endpoint takes. */
final class BodyTooLarge extends IOException {
  private final long maxBytes;

  BodyTooLarge(long maxBytes) {
    super("the body is larger than " + maxBytes + " bytes");
    this.maxBytes = maxBytes;
  }

  Problem problem() {
    return Problems.of(
        HttpStatus.CONTENT_TOO_LARGE, "the body is larger than " + maxBytes + " bytes");
  }
}
