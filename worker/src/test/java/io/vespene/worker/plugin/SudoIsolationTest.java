package io.vespene.worker.plugin;

import io.vespene.plugin.Isolation;
import io.vespene.plugins.isolation.SudoIsolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class SudoIsolationTest extends IsolationContract {
  @Override
  Isolation accepting() {
    return new SudoIsolation(List.of());
  }

  @Override
  Isolation refusing() {
    return new SudoIsolation(List.of(Path.of("/etc/passwd")));
  }

  @Override
  Map<String, String> options() {
    return Map.of("sudo_user", "vespene_build");
  }
}
