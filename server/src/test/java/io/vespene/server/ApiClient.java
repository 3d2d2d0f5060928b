package io.vespene.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that shows a bearer token with every request. */
final class ApiClient {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Browser http;
  private final String token;

  ApiClient(Browser http, String token) {
    this.http = http;
    this.token = token;
  }

  /** The same program at another server. */
  ApiClient at(URI server) {
    return new ApiClient(new Browser(server), token);
  }

  /** An answer and its body, which is empty when it is not JSON. */
  record Answer(int status, JsonNode json, HttpResponse<String> response) {
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String text() {
      return response.body();
    }
  }

  Answer get(String path) {
    return send(request(path));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer post(String path, Map<String, @Nullable Object> body) {
    return postText(path, JSON.writeValueAsString(body));
  }

  Answer sendAnonymous(String path, Map<String, @Nullable Object> body) {
    return send(
        http.request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  Answer postText(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer postBytes(String path, byte[] body, Map<String, String> headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  Answer patch(String path, String ifMatch, Map<String, @Nullable Object> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  HttpRequest.Builder request(String path) {
    return http.request(path).header("Authorization", "Bearer " + token);
  }

  Answer send(HttpRequest.Builder request) {
    HttpResponse<String> response = http.send(request);
    boolean json =
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .matches("application/(.*\\+)?json.*");
    return new Answer(
        response.statusCode(),
        json ? JSON.readTree(response.body()) : JSON.createObjectNode(),
        response);
  }
}
