package io.vespene.e2e.rest;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A build, as the API shows it. */
public record BuildView(JsonNode json) {
  public long id() {
    return json.get("id").asLong();
  }

  public String status() {
    return json.get("status").asString();
  }

  /** Returns why it ended so; empty while it has not ended. */
  public String reason() {
    return text("reason");
  }

  public String revision() {
    return text("revision");
  }

  public String author() {
    return text("author");
  }

  public String worker() {
    return text("worker");
  }

  public Optional<Integer> exitCode() {
    return Optional.ofNullable(json.get("exit_code"))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asInt);
  }

  public Instant queuedAt() {
    return Instant.parse(text("queued_at"));
  }

  public Instant startedAt() {
    return Instant.parse(text("started_at"));
  }

  public Instant endedAt() {
    return Instant.parse(text("ended_at"));
  }

  private String text(String field) {
    return Optional.ofNullable(json.get(field))
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .orElse("");
  }
}
