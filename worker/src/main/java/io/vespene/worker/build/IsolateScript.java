package io.vespene.worker.build;

import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.Isolation;
import io.vespene.plugin.IsolationCommands;
import io.vespene.plugin.IsolationRequest;
import io.vespene.plugin.PluginFailure;
import io.vespene.protocol.worker.Assignment;
import io.vespene.worker.process.ExecutableFile;
import io.vespene.worker.sweep.FilePermissions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Writes the script and its variables, and has the isolation plugin make a place for it. */
final class IsolateScript implements Phase {
  static final String SCRIPT_FILE = "vespene_launch.sh";
  static final String VARIABLES_FILE = "vespene.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int ALL_MAY_EXECUTE = 0777;
  private static final int ALL_MAY_WRITE = 0666;

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
      agent.start(work, place);
    } catch (PluginFailure e) {
      if (e.getSuppressed().length > 0) {
        work.leaveToSweep();
      }
      throw new PhaseFailed(BuildWork.failure("isolation refused: " + e.reason()), e);
    }
  }

  private static Path writeFiles(BuildWork work) throws PhaseFailed {
    Assignment assignment = work.assignment();
    Path script = work.workingDirectory().resolve(SCRIPT_FILE);
    Path variables = work.workingDirectory().resolve(VARIABLES_FILE);
    int mode = assignment.directoryPermissions();
    try {
      ExecutableFile.write(
          variables,
          JSON.writeValueAsBytes(assignment.variables()),
          FilePermissions.of(mode & ALL_MAY_WRITE));
      ExecutableFile.write(
          script,
          assignment.script().getBytes(StandardCharsets.UTF_8),
          FilePermissions.of(mode & ALL_MAY_EXECUTE));
      return script;
    } catch (IOException e) {
      String reason = "the script could not be written: " + FileFailure.describe(e);
      throw new PhaseFailed(BuildWork.failure(reason), e);
    }
  }
}
