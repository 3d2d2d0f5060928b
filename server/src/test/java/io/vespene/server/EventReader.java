package io.vespene.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events as a browser does. */
final class EventReader implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final HttpResponse<InputStream> response;

  /** An event; the id is empty when it has none. */
  record Event(String name, String id, JsonNode data) {}

  EventReader(HttpResponse<InputStream> response) {
    this.response = response;
    Thread.ofVirtual().start(this::read);
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  /** The next event of this name; others before it are passed over. */
  Event next(String name) throws InterruptedException {
    for (Event event = take(name); ; event = take(name)) {
      if (event.name().equals(name)) {
        return event;
      }
    }
  }

  boolean ends() throws InterruptedException {
    return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    response.body().close();
  }

  private Event take(String wanted) throws InterruptedException {
    Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event " + wanted);
    }
    return event;
  }

  private void read() {
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String name = "";
      String id = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          events.add(new Event(name, id, JsonMapper.shared().readTree(line.substring(6))));
          id = "";
        }
      }
    } catch (IOException e) {
      // The test has closed the stream.
    } finally {
      ended.countDown();
    }
  }
}
