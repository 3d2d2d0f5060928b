package io.vespene.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A real HTTP server that gives prepared answers and remembers what it was asked. The last answer
 * prepared for a request is given again and again.
 */
final class RestServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

  RestServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Prepares one more answer for a request such as {@code GET /api/v1/projects?limit=200}. */
  RestServer on(String request, int status, String body) {
    answers
        .computeIfAbsent(request, _ -> new ConcurrentLinkedQueue<>())
        .add(new Answer(status, body));
    return this;
  }

  /** The oldest request not yet looked at. */
  Request request() {
    return Optional.ofNullable(requests.poll())
        .orElseThrow(() -> new AssertionError("there was no further request"));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Request(line, body, header(exchange, "Authorization"), header(exchange, "If-Match")));
    Answer answer = next(line);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    try (var stream = exchange.getResponseBody()) {
      stream.write(bytes);
    }
  }

  private Answer next(String line) {
    Queue<Answer> prepared = answers.getOrDefault(line, new ConcurrentLinkedQueue<>());
    Answer answer = prepared.size() > 1 ? prepared.poll() : prepared.peek();
    return answer == null ? new Answer(500, "not prepared: " + line) : answer;
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  record Request(String line, String body, String authorization, String ifMatch) {}

  private record Answer(int status, String body) {}
}
