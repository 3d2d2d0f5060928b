package io.vespene.worker.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One request, one answer, at the server in use; turns to the next server when it fails. */
final class HttpExchange implements AutoCloseable {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
  private static final int SHOWN_CHARACTERS = 300;

  private final ServerRing ring;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http-", 0).factory());
  private final HttpClient client;
  private final AtomicLong answeredAt = new AtomicLong(System.nanoTime());

  HttpExchange(ServerRing ring) {
    this.ring = ring;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIME)
            .executor(threads)
            .build();
  }

  /**
   * What to send.
   *
   * @param bearer the token to identify with; empty for none
   * @param limit how long to wait for the answer
   */
  record Request(
      String path, Map<String, String> headers, BodyPublisher body, String bearer, Duration limit) {
    HttpRequest to(URI server) {
      String base = server.toString().replaceAll("/+$", "");
      var builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(limit).POST(body);
      headers.forEach(builder::header);
      if (!bearer.isEmpty()) {
        builder.header("Authorization", "Bearer " + bearer);
      }
      return builder.build();
    }
  }

  /** An answer that says nothing but yes. */
  record Nothing() {}

  int servers() {
    return ring.size();
  }

  URI currentServer() {
    return ring.current();
  }

  Duration sinceLastAnswer() {
    return Duration.ofNanos(System.nanoTime() - answeredAt.get());
  }

  <T> T post(Request request, Class<T> type) throws ServerFailure, InterruptedException {
    URI server = ring.current();
    try {
      HttpResponse<byte[]> response = send(request, server);
      return read(server, response, type);
    } catch (IOException e) {
      ring.turnFrom(server);
      throw new ServerUnreachable(server, e);
    } catch (ServerUnreachable e) {
      ring.turnFrom(server);
      throw e;
    }
  }

  private HttpResponse<byte[]> send(Request request, URI server)
      throws IOException, InterruptedException {
    try {
      return client.send(request.to(server), BodyHandlers.ofByteArray());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw e;
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // Most often the server had closed a connection that was idle; every request may be repeated.
      return client.send(request.to(server), BodyHandlers.ofByteArray());
    }
  }

  private <T> T read(URI server, HttpResponse<byte[]> response, Class<T> type)
      throws ServerFailure {
    int status = response.statusCode();
    if (status >= 500 || status == 408 || status == 429) {
      throw new ServerUnreachable(server, "answered " + status);
    }
    answeredAt.set(System.nanoTime());
    return switch (status) {
      case 200, 204 -> parse(server, response.body(), type);
      case 409 -> throw new BuildLost(describe(response));
      default -> throw new RequestRefused(status, describe(response));
    };
  }

  private static <T> T parse(URI server, byte[] body, Class<T> type) throws ServerUnreachable {
    try {
      return Json.MAPPER.readValue(body.length == 0 ? new byte[] {'{', '}'} : body, type);
    } catch (JacksonException e) {
      throw new ServerUnreachable(server, "an answer that is not of the worker protocol");
    }
  }

  /** What a problem document says, else the beginning of the body. */
  private static String describe(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    try {
      JsonNode problem = Json.MAPPER.readTree(text);
      String detail = problem.path("detail").asString("");
      String shown = detail.isEmpty() ? problem.path("title").asString("") : detail;
      if (!shown.isEmpty()) {
        return shown;
      }
    } catch (JacksonException e) {
      // Not JSON: the text itself is shown.
    }
    String start = text.substring(0, Math.min(SHOWN_CHARACTERS, text.length())).strip();
    return start.isEmpty() ? "HTTP " + response.statusCode() : start;
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }
}
