package io.vespene.server.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events on their way to one browser, each sent at once.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent
 *     events</a>
 */
final class EventStream {
  /** How long a browser waits before it comes back. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final OutputStream out;
  private final JsonMapper json;

  private EventStream(OutputStream out, JsonMapper json) {
    this.out = out;
    this.json = json;
  }

  static EventStream open(HttpServletResponse response, JsonMapper json) throws IOException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    var stream = new EventStream(response.getOutputStream(), json);
    stream.write("retry: " + RETRY.toMillis() + "\n\n");
    return stream;
  }

  /** Sends the data as one line of JSON. */
  void send(String event, Object data) throws IOException {
    write("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
  }

  /** Sends data whose id the browser names when it comes back. */
  void send(String event, long id, Object data) throws IOException {
    write("id: " + id + "\n");
    send(event, data);
  }

  /** Sends something without meaning, which fails when the browser has gone. */
  void heartbeat() throws IOException {
    write(":\n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
