package io.vespene.server;

import io.vespene.protocol.log.LinePacker;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.log.LogFrames;
import io.vespene.server.ApiClient.Answer;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A worker as servers see it: asks by hand what a real one asks by itself. */
final class WorkerSide {
  private final ApiClient client;
  private final String processId;

  private WorkerSide(ApiClient client, String processId) {
    this.client = client;
    this.processId = processId;
  }

  /** Enrols and registers a worker for one pool. */
  static WorkerSide join(ServerExtension server, String pool, String name) {
    String token =
        server
            .alice()
            .post("/api/v1/worker-pools/" + pool + "/tokens", Map.of())
            .json()
            .path("token")
            .asString();
    Answer enrolled =
        server
            .client("none")
            .sendAnonymous("/worker/v1/enrol", Map.of("pool_tokens", List.of(token), "name", name));
    var worker =
        new WorkerSide(server.client(enrolled.json().path("credential").asString()), name + "-1");
    worker.register(name, pool);
    return worker;
  }

  /** The same worker after a restart, or a stranger's process under its credential. */
  WorkerSide withProcess(String otherProcess) {
    return new WorkerSide(client, otherProcess);
  }

  /** The same process, speaking to another server. */
  WorkerSide at(URI server) {
    return new WorkerSide(client.at(server), processId);
  }

  Answer register(String name, String pool) {
    return client.post(
        "/worker/v1/register",
        Map.of(
            "process_id",
            processId,
            "name",
            name,
            "host_name",
            "host.example",
            "file_port",
            0,
            "version",
            "0.1.0",
            "operating_system",
            "Linux",
            "slots",
            2,
            "pools",
            List.of(pool)));
  }

  Answer poll(int freeSlots, long waitMillis, List<Map<String, Object>> holding) {
    var poll = new LinkedHashMap<String, @Nullable Object>();
    poll.put("process_id", processId);
    poll.put("holding", holding);
    poll.put("free_slots", freeSlots);
    poll.put("only_build", null);
    poll.put("draining", false);
    poll.put("disk_free_bytes", 1_000_000_000L);
    poll.put("wait_millis", waitMillis);
    return client.post("/worker/v1/poll", poll);
  }

  Answer acknowledge(long build, int epoch) {
    return client.post(
        "/worker/v1/builds/" + build + "/acknowledge",
        Map.of("process_id", processId, "epoch", epoch));
  }

  Answer log(long build, int epoch, byte[] frames) {
    return client.postBytes(
        "/worker/v1/builds/" + build + "/log",
        frames,
        Map.of("Vespene-Process", processId, "Vespene-Epoch", Integer.toString(epoch)));
  }

  Answer finish(long build, int epoch, long nextSequence) {
    var finish = new LinkedHashMap<String, @Nullable Object>();
    finish.put("process_id", processId);
    finish.put("epoch", epoch);
    finish.put("outcome", "SUCCESS");
    finish.put("exit_code", 0);
    finish.put("reason", "exit code 0");
    finish.put("output_variables", Map.of("size", "big"));
    finish.put(
        "trigger_outcomes",
        List.of(
            Map.of(
                "hook", "success",
                "name", "announce",
                "plugin", "slack",
                "ok", false,
                "message", "no answer",
                "milliseconds", 1200)));
    finish.put("next_sequence", nextSequence);
    return client.post("/worker/v1/builds/" + build + "/finish", finish);
  }

  Answer leave() {
    return client.post("/worker/v1/leave", Map.of("process_id", processId));
  }

  /** A section with one chunk of these lines: two frames, from sequence number 0. */
  static byte[] output(List<String> lines) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        LogFrames.encode(
            new LogFrame.SectionStarted(0, 0, "script", "Build script", Instant.now())));
    try (var packer = new LinePacker()) {
      long rawBytes = 0;
      for (String line : lines) {
        byte[] content = line.getBytes(StandardCharsets.UTF_8);
        packer.add(0, content, 0, content.length, false, true);
        rawBytes += content.length + 1;
      }
      bytes.writeBytes(
          LogFrames.encode(
              new LogFrame.Lines(1, 0, 1, lines.size(), rawBytes, Instant.now(), packer.pack())));
    }
    return bytes.toByteArray();
  }
}
