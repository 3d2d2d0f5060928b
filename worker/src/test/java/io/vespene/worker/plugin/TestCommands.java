package io.vespene.worker.plugin;

import io.vespene.plugin.BuildCommands;
import io.vespene.worker.process.HostEnvironment;
import io.vespene.worker.process.SessionCommands;
import io.vespene.worker.process.SessionStarter;
import io.vespene.worker.process.StopSwitch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Real commands whose log a test can read. */
final class TestCommands {
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final StopSwitch stop = new StopSwitch();
  private final BuildCommands commands;

  TestCommands(Map<String, String> environment) throws Exception {
    commands =
        new SessionCommands(
            SessionStarter.find(environment),
            new HostEnvironment(environment),
            "",
            stop,
            (bytes, offset, length) -> log.write(bytes, offset, length));
  }

  TestCommands() throws Exception {
    this(System.getenv());
  }

  BuildCommands commands() {
    return commands;
  }

  StopSwitch stop() {
    return stop;
  }

  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }
}
