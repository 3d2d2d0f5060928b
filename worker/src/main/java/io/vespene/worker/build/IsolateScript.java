package io.vespene.worker.build;

import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.PluginFailure;
import io.vespene.protocol.worker.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Writes the script and its variables, and has the isolation plugin make a place for it. */
final class IsolateScript implements Phase {
  @Override
  public String kind() {
    return "isolation";
  }

  @Override
  public String title(BuildWork work) {
    return "Isolation " + work.assignment().isolation().type();
  }

  @Override
  public void run(BuildWork work) throws PhaseFailed, InterruptedException {
    Assignment assignment = work.assignment();
    if (!assignment.script().startsWith("#!")) {
      throw new PhaseFailed(
          BuildWork.failure("the script does not begin with an interpreter line (#!)"));
    }
    String type = assignment.isolation().type();
    Isolation isolation =
        work.bench()
            .plugins()
            .findIsolation(type)
            .orElseThrow(() ->
                new PhaseFailed(BuildWork.failure("this worker has no isolation called " + type)));
    Path script = writeFiles(work);
    ScriptAgent agent = ScriptAgent.of(work, isolation);
    var request =
        new IsolationRequest(
            work.traces(),
            script,
            ScriptEnvironment.of(work, agent.socket(work)),
            Duration.ofSeconds(assignment.timeoutSeconds()));
    var commands = new IsolationCommands(work.commands(), work.lastingCommands());
    try {
      IsolatedBuild place = isolation.isolate(request, commands);
      work.isolatedAs(place);
      noteUser(work, place);
      agent.start(work, place);
    } catch (PluginFailure e) {
      if (e.getSuppressed().length > 0) {
        work.leaveToSweep();
      }
      throw new PhaseFailed(BuildWork.failure("isolation refused: " + e.reason()), e);
    }
  }

  private static void noteUser(BuildWork work, IsolatedBuild place) throws PhaseFailed {
    try {
      if (place.scriptUser().isPresent()) {
        work.bench().kept().runAs(work.assignment().build(), place.scriptUser().get());
      }
    } catch (IOException e) {
      String reason = "the script's user could not be noted: " + FileFailure.describe(e);
      throw new PhaseFailed(BuildWork.failure(reason), e);
    }
  }

  private static Path writeFiles(BuildWork work) throws PhaseFailed {
    var files = new ScriptFiles(work);
    try {
      files.write();
      return files.script();
    } catch (IOException e) {
      String reason = "the script could not be written: " + FileFailure.describe(e);
      throw new PhaseFailed(BuildWork.failure(reason), e);
    }
  }
}
