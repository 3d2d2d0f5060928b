package io.vespene.worker.plugin;

import io.vespene.plugin.Isolation;
import io.vespene.plugins.isolation.SudoIsolation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class SudoIsolationTest extends IsolationContract {
  @Override
  Isolation accepting() {
    return new SudoIsolation(Optional.empty());
  }

  @Override
  Isolation refusing() {
    return new SudoIsolation(Optional.of(Path.of("/etc/passwd")));
  }

  @Override
  Map<String, String> options() {
    return Map.of("sudo_user", "vespene_build");
  }
}
