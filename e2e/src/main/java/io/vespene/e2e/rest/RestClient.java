package io.vespene.e2e.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests as a caller with an API token does, and takes whatever comes back. */
public final class RestClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient http;
  private final URI base;
  private final String token;

  /** A client that calls with a token; with an empty one, as anybody. */
  public RestClient(URI base, String token) {
    this(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build(),
        base,
        token);
  }

  private RestClient(HttpClient http, URI base, String token) {
    this.http = http;
    this.base = base;
    this.token = token;
  }

  /** Returns a client that calls with another token, and shares threads with this one. */
  public RestClient as(String otherToken) {
    return new RestClient(http, base, otherToken);
  }

  public RestAnswer get(String path) {
    return send(request(path).GET());
  }

  public RestAnswer post(String path, Object body) {
    return postText(path, JSON.writeValueAsString(body));
  }

  /** Posts a body that need not be JSON. */
  public RestAnswer postText(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)));
  }

  public RestAnswer patch(String path, Object body) {
    return send(
        request(path).method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  public RestAnswer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Writes an answer of any size to a file. */
  public Path download(String path, Path file) {
    try {
      HttpResponse<Path> answer =
          http.send(
              request(path).timeout(Duration.ofMinutes(5)).GET().build(),
              BodyHandlers.ofFile(file));
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " was answered " + answer.statusCode());
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private RestAnswer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      return new RestAnswer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
