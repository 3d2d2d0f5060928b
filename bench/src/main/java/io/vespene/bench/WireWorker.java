package io.vespene.bench;

import io.vespene.e2e.rest.RestAnswer;
import io.vespene.e2e.rest.RestClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A worker as a server sees it: it says what a worker says, and runs nothing. */
final class WireWorker {
  private static final long WAIT_MILLIS = 10_000;

  private final RestClient client;
  private final long id;
  private final String processId = UUID.randomUUID().toString();

  private WireWorker(RestClient client, long id) {
    this.client = client;
    this.id = id;
  }

  /** Makes the server know a worker of this name, which serves the token's pool. */
  static WireWorker join(RestClient anybody, String poolToken, String pool, String name) {
    JsonNode enrolled =
        anybody
            .post("/worker/v1/enrol", Map.of("pool_tokens", List.of(poolToken), "name", name))
            .require(200)
            .json();
    var worker =
        new WireWorker(
            anybody.as(enrolled.get("credential").asString()), enrolled.get("worker_id").asLong());
    worker.register(name, pool);
    return worker;
  }

  private void register(String name, String pool) {
    var registration =
        Map.of(
            "process_id",
            processId,
            "name",
            name,
            "host_name",
            "bench",
            "file_port",
            0,
            "version",
            "bench",
            "operating_system",
            "bench",
            "slots",
            1,
            "pools",
            List.of(pool));
    client.post("/worker/v1/register", registration).require(200);
  }

  long id() {
    return id;
  }

  String processId() {
    return processId;
  }

  /** Asks for a build as an idle worker does; the server answers when it has one, or in a while. */
  JsonNode poll() {
    var poll =
        Map.of(
            "process_id",
            processId,
            "holding",
            List.of(),
            "free_slots",
            1,
            "draining",
            false,
            "disk_free_bytes",
            1L << 40,
            "wait_millis",
            WAIT_MILLIS);
    return client.post("/worker/v1/poll", poll).require(200).json().get("assignments");
  }

  /** Takes a build and ends it; whether there was one. */
  boolean passOne() {
    JsonNode assignments = poll();
    for (JsonNode assignment : assignments) {
      String build = "/worker/v1/builds/" + assignment.get("build").asLong();
      int epoch = assignment.get("epoch").asInt();
      client
          .post(build + "/acknowledge", Map.of("process_id", processId, "epoch", epoch))
          .require(204);
      finish(build, epoch).require(200);
    }
    return !assignments.isEmpty();
  }

  private RestAnswer finish(String build, int epoch) {
    return client.post(
        build + "/finish",
        Map.of(
            "process_id",
            processId,
            "epoch",
            epoch,
            "outcome",
            "SUCCESS",
            "exit_code",
            0,
            "reason",
            "exit code 0",
            "output_variables",
            Map.of(),
            "trigger_outcomes",
            List.of(),
            "next_sequence",
            0));
  }
}
