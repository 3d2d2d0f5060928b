package io.vespene.server.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Hands a worker's answer on to whoever asked, as it comes. */
public final class HandOn {
  private HandOn() {}

  /**
   * Sends it.
   *
   * <p>No browser will take it for a page of ours: it is kept as a file, and what opens it all the
   * same may run nothing.
   */
  public static void send(FetchedFile file, HttpServletResponse response) throws IOException {
    try (InputStream body = file.body()) {
      response.setStatus(file.status());
      file.headers().forEach(response::setHeader);
      secure(response);
      body.transferTo(response.getOutputStream());
    }
  }

  /** What a build has made may run nothing in the name of this server. */
  public static void secure(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
  }
}
