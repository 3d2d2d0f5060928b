package io.vespene.server.worker;

import io.vespene.core.build.FinishResult;
import io.vespene.core.build.RunningBuilds;
import io.vespene.core.claim.Claim;
import io.vespene.core.log.AppendResult;
import io.vespene.core.log.BuildLogs;
import io.vespene.core.problem.Conflict;
import io.vespene.core.worker.WorkerIdentity;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.log.LogFrames;
import io.vespene.protocol.log.MalformedFrame;
import io.vespene.protocol.worker.Acknowledgement;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Finished;
import io.vespene.protocol.worker.LogAppended;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a worker says about a build in its hands. */
@RestController
@RequestMapping("/worker/v1/builds/{build}")
final class WorkerBuildRoutes {
  private final RunningBuilds builds;
  private final BuildLogs logs;

  WorkerBuildRoutes(RunningBuilds builds, BuildLogs logs) {
    this.builds = builds;
    this.logs = logs;
  }

  @PostMapping("/acknowledge")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void acknowledge(
      WorkerIdentity worker, @PathVariable long build, @RequestBody Acknowledgement body) {
    if (!builds.acknowledge(new Claim(worker.id(), body.processId(), build, body.epoch()))) {
      throw fenced(build);
    }
  }

  @PostMapping(path = "/log", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  LogAppended log(
      WorkerIdentity worker,
      @PathVariable long build,
      @RequestHeader("Vespene-Process") String processId,
      @RequestHeader("Vespene-Epoch") int epoch,
      HttpServletRequest request)
      throws IOException {
    var claim = new Claim(worker.id(), processId, build, epoch);
    return switch (logs.append(claim, LogFrames.readAll(request.getInputStream()))) {
      case AppendResult.Stored(long nextSequence) -> new LogAppended(nextSequence);
      case AppendResult.Fenced _ -> throw fenced(build);
    };
  }

  @PostMapping("/finish")
  Finished finish(WorkerIdentity worker, @PathVariable long build, @RequestBody Finish finish)
      throws IOException {
    var claim = new Claim(worker.id(), finish.processId(), build, finish.epoch());
    return switch (builds.finish(claim, finish, lastFrames(finish))) {
      case FinishResult.Ended(var status) -> new Finished(status.name());
      case FinishResult.Fenced _ -> throw fenced(build);
      case FinishResult.LogIncomplete _ ->
          throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    };
  }

  private static List<LogFrame> lastFrames(Finish finish) throws IOException {
    try {
      byte[] bytes = Base64.getDecoder().decode(finish.lastFrames().orElse(""));
      return LogFrames.readAll(new ByteArrayInputStream(bytes));
    } catch (IllegalArgumentException e) {
      throw new MalformedFrame("last_frames is not Base64", e);
    }
  }

  private static Conflict fenced(long build) {
    return new Conflict("build " + build + " is no longer this worker's");
  }
}
