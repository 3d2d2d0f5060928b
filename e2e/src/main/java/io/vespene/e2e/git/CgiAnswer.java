package io.vespene.e2e.git;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What "git http-backend" says to a request.
 *
 * @param body one character for each byte (ISO 8859-1)
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3875">RFC 3875, the Common Gateway Interface</a>
 */
record CgiAnswer(int status, Map<String, String> headers, String body) {
  static CgiAnswer of(HttpExchange exchange, Path repositories) throws IOException {
    var builder = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", repositories.toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("GIT_CONFIG_COUNT", "1");
    environment.put("GIT_CONFIG_KEY_0", "safe.directory");
    environment.put("GIT_CONFIG_VALUE_0", "*");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    environment.put(
        "QUERY_STRING", Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
    environment.put("REMOTE_ADDR", "127.0.0.1");
    header(exchange, "Content-Type").ifPresent(type -> environment.put("CONTENT_TYPE", type));
    header(exchange, "Content-Encoding")
        .ifPresent(encoding -> environment.put("HTTP_CONTENT_ENCODING", encoding));
    header(exchange, "Git-Protocol")
        .ifPresent(protocol -> environment.put("GIT_PROTOCOL", protocol));
    byte[] request = exchange.getRequestBody().readAllBytes();
    environment.put("CONTENT_LENGTH", Integer.toString(request.length));

    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var input = process.getOutputStream()) {
      input.write(request);
    }
    try (var output = process.getInputStream()) {
      return parse(new String(output.readAllBytes(), StandardCharsets.ISO_8859_1));
    }
  }

  private static CgiAnswer parse(String output) {
    int end = output.indexOf("\r\n\r\n");
    if (end < 0) {
      return new CgiAnswer(500, Map.of(), output);
    }
    int status = 200;
    var headers = new LinkedHashMap<String, String>();
    for (String line : output.substring(0, end).split("\r\n", -1)) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      if (name.equals("Status")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        headers.put(name, value);
      }
    }
    return new CgiAnswer(status, headers, output.substring(end + 4));
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }
}
