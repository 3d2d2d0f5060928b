package io.vespene.e2e.rest;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server said to a request. */
public record RestAnswer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Returns the body, which must be JSON. */
  public JsonNode json() {
    return JSON.readTree(body);
  }

  /** Returns this answer when it has the status; fails otherwise. */
  public RestAnswer require(int expected) {
    if (status != expected) {
      throw new AssertionError("Expected " + expected + ", was answered " + status + ": " + body);
    }
    return this;
  }
}
