package io.vespene.e2e.git;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Offers the bare repositories of a folder over http, as git's own CGI program answers. */
public final class GitHttpServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;

  private GitHttpServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Starts a server for everybody. */
  public static GitHttpServer start(Path repositories) {
    return start(repositories, Optional.empty());
  }

  /** Starts a server for the one who knows this name and password. */
  public static GitHttpServer start(Path repositories, String user, String password) {
    return start(
        repositories,
        Optional.of(
            new BasicAuthenticator("git") {
              @Override
              public boolean checkCredentials(String givenUser, String givenPassword) {
                return user.equals(givenUser) && password.equals(givenPassword);
              }
            }));
  }

  private static GitHttpServer start(Path repositories, Optional<BasicAuthenticator> door) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      HttpContext all = server.createContext("/", exchange -> answer(exchange, repositories));
      door.ifPresent(all::setAuthenticator);
      server.start();
      return new GitHttpServer(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address of a repository such as "hello.git". */
  public URI url(String repository) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private static void answer(HttpExchange exchange, Path repositories) throws IOException {
    try (exchange) {
      CgiAnswer answer = CgiAnswer.of(exchange, repositories);
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(answer.status(), 0);
      exchange.getResponseBody().write(answer.body().getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}
