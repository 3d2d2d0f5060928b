package io.vespene.worker.fileserving;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.vespene.protocol.files.FileRequest;
import io.vespene.protocol.files.SignedFileRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what servers have signed. */
final class FileHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FileHandler.class);
  private static final int MOST_AT_ONCE = 128;
  private static final String NOT_SIGNED =
      "This link is not valid, or not any more: open the build's files again and follow a fresh"
          + " one.\nShould that not help, the clocks of the server and of this worker differ.\n";

  private final Supplier<Optional<String>> key;
  private final BuildTree tree;
  private final Clock clock;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);

  FileHandler(Supplier<Optional<String>> key, BuildTree tree, Clock clock) {
    this.key = key;
    this.tree = tree;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!free.tryAcquire()) {
      sendText(exchange, 503, "Too many files are being fetched: try again.\n");
      return;
    }
    try (exchange) {
      answer(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("A request for files failed");
    } finally {
      free.release();
    }
  }

  private void answer(HttpExchange exchange) throws IOException, InterruptedException {
    // Whatever a file holds, no browser shall take it for a page.
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; sandbox");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    if (!exchange.getRequestMethod().equals("GET")) {
      sendText(exchange, 405, "Files can only be fetched.\n");
      return;
    }
    String secret = key.get().orElse("");
    Optional<SignedFileRequest> signed =
        secret.isEmpty() ? Optional.empty() : verify(exchange, secret);
    if (signed.isEmpty()) {
      sendText(exchange, 403, NOT_SIGNED);
      return;
    }
    exchange.getResponseHeaders().set(SignedFileRequest.PROOF_HEADER, signed.get().proof(secret));
    try {
      answer(exchange, signed.get().request());
    } catch (NothingThere e) {
      LOG.atDebug()
          .addKeyValue("build", signed.get().request().build())
          .addKeyValue("cause", e.getMessage())
          .log("Nothing to serve");
      sendText(exchange, 404, "There is no such file.\n");
    }
  }

  private Optional<SignedFileRequest> verify(HttpExchange exchange, String secret) {
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    return path == null || query == null
        ? Optional.empty()
        : SignedFileRequest.verify(path, query, secret, clock.instant());
  }

  private void answer(HttpExchange exchange, FileRequest request)
      throws IOException, NothingThere, InterruptedException {
    switch (request.action()) {
      case LOOK -> {
        byte[] listing =
            Listings.JSON.writeValueAsBytes(tree.look(request.build(), request.path()));
        send(exchange, 200, "application/json", listing);
      }
      case READ -> {
        try (FileChannel file = tree.openFile(request.build(), request.path())) {
          SendFile.run(exchange, file, Attachment.named(lastName(request)));
        }
      }
      case ZIP -> {
        String name = request.path().isEmpty() ? "build-" + request.build() : lastName(request);
        new SendZip(tree, request.build(), request.path())
            .run(exchange, Attachment.named(name + ".zip"));
      }
    }
  }

  private static String lastName(FileRequest request) {
    return request.path().substring(request.path().lastIndexOf('/') + 1);
  }

  static void sendText(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
