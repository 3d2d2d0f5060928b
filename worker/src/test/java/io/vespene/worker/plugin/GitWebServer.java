package io.vespene.worker.plugin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Offers the repositories of a folder over http, as git's own program answers, to everybody or to
 * one user. It can be told to fail and to send clients elsewhere.
 */
final class GitWebServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Path repositories;
  private final Optional<String> authorization;
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger untilFailures = new AtomicInteger();
  private final AtomicInteger failuresLeft = new AtomicInteger();
  private final AtomicLong sentBytes = new AtomicLong();
  private volatile Optional<String> elsewhere = Optional.empty();
  private volatile Runnable whileAnswering = () -> {};

  private GitWebServer(Path repositories, Optional<String> authorization) throws IOException {
    this.repositories = repositories;
    this.authorization = authorization;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  static GitWebServer forEverybody(Path repositories) throws IOException {
    return new GitWebServer(repositories, Optional.empty());
  }

  static GitWebServer forUser(Path repositories, String user, String password) throws IOException {
    byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new GitWebServer(
        repositories, Optional.of("Basic " + Base64.getEncoder().encodeToString(login)));
  }

  String url(String repository) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
  }

  /** What clients have shown to be let in. */
  List<String> authorizations() {
    return authorizations;
  }

  int requests() {
    return requests.get();
  }

  /** How much was sent since this was asked last. */
  long takeSentBytes() {
    return sentBytes.getAndSet(0);
  }

  /** Answers the next requests as a server does that is just restarting. */
  void failNext(int count) {
    failAfter(0, count);
  }

  /** Answers so many requests, and then like {@link #failNext}. */
  void failAfter(int answers, int count) {
    untilFailures.set(answers);
    failuresLeft.set(count);
  }

  private boolean fails() {
    return untilFailures.getAndUpdate(left -> Math.max(0, left - 1)) == 0
        && failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  /** Sends every client to the same path there. */
  void sendElsewhere(String address) {
    elsewhere = Optional.of(address);
  }

  /** Done during each answer to a client that was let in. */
  void whileAnswering(Runnable action) {
    whileAnswering = action;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      String shown = exchange.getRequestHeaders().getFirst("Authorization");
      if (shown != null) {
        authorizations.add(shown);
      }
      if (fails()) {
        exchange.sendResponseHeaders(503, -1);
      } else if (elsewhere.isPresent()) {
        exchange.getResponseHeaders().add("Location", elsewhere.get() + exchange.getRequestURI());
        exchange.sendResponseHeaders(302, -1);
      } else if (authorization.isPresent() && !authorization.get().equals(shown)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"git\"");
        exchange.sendResponseHeaders(401, -1);
      } else {
        whileAnswering.run();
        answerByGit(exchange);
      }
    }
  }

  private void answerByGit(HttpExchange exchange) throws IOException {
    var builder = new ProcessBuilder("git", "-c", "safe.directory=*", "http-backend");
    var environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", repositories.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put(
        "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
    header(exchange, "Content-Type").ifPresent(type -> environment.put("CONTENT_TYPE", type));
    header(exchange, "Content-Encoding")
        .ifPresent(encoding -> environment.put("HTTP_CONTENT_ENCODING", encoding));
    header(exchange, "Git-Protocol").ifPresent(version -> environment.put("GIT_PROTOCOL", version));
    byte[] request = exchange.getRequestBody().readAllBytes();
    environment.put("CONTENT_LENGTH", Integer.toString(request.length));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var input = process.getOutputStream()) {
      input.write(request);
    }
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    int end = answer.indexOf("\r\n\r\n");
    int status = 200;
    for (String line : answer.substring(0, end).split("\r\n", -1)) {
      String[] parts = line.split(": ", 2);
      if (parts[0].equals("Status")) {
        status = Integer.parseInt(parts[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(parts[0], parts[1]);
      }
    }
    byte[] body = answer.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    sentBytes.addAndGet(body.length);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
