package io.vespene.server.api;

import io.vespene.core.build.Builds;
import io.vespene.core.log.BuildLogs;
import io.vespene.core.log.StoredLine;
import io.vespene.core.problem.InvalidInput;
import io.vespene.protocol.rest.LogLineResource;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What builds printed. */
@RestController
@RequestMapping("/api/v1/builds/{id}/log")
final class BuildLogApi {
  private static final int USUAL_LINES = 1_000;
  private static final int MAX_LINES = 10_000;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Builds builds;
  private final BuildLogs logs;
  private final JsonMapper json;

  BuildLogApi(Builds builds, BuildLogs logs, JsonMapper json) {
    this.builds = builds;
    this.logs = logs;
    this.json = json;
  }

  /** Lines as JSON, one per line. */
  @GetMapping(params = {"from"})
  void lines(
      @PathVariable long id,
      @RequestParam long from,
      @RequestParam Optional<Integer> limit,
      HttpServletResponse response)
      throws IOException {
    builds.require(id);
    if (from < 1) {
      throw new InvalidInput("from", "must be 1 or more");
    }
    int most = Limits.limit(limit, USUAL_LINES, MAX_LINES);
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
    try (OutputStream out = buffered(response)) {
      for (StoredLine line : logs.lines(id, from, most)) {
        out.write(json.writeValueAsBytes(resource(line)));
        out.write('\n');
      }
    }
  }

  /** The output byte for byte; to be kept as a file when {@code download} is given. */
  @GetMapping
  void raw(
      @PathVariable long id, @RequestParam Optional<String> download, HttpServletResponse response)
      throws IOException {
    builds.require(id);
    response.setContentType("text/plain;charset=UTF-8");
    if (download.isPresent()) {
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"build-" + id + ".log\"");
    }
    try (OutputStream out = buffered(response)) {
      logs.copyRaw(id, out);
    }
  }

  static LogLineResource resource(StoredLine line) {
    return new LogLineResource(
        line.number(), line.section(), line.at(), line.text(), line.finished());
  }

  private static OutputStream buffered(HttpServletResponse response) throws IOException {
    return new BufferedOutputStream(response.getOutputStream(), BUFFER_BYTES);
  }
}
