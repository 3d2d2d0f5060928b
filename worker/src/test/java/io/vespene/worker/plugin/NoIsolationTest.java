package io.vespene.worker.plugin;

import io.vespene.plugin.Isolation;
import io.vespene.plugins.isolation.NoIsolation;
import java.util.Map;

class NoIsolationTest extends IsolationContract {
  @Override
  Isolation accepting() {
    return new NoIsolation(true);
  }

  @Override
  Isolation refusing() {
    return new NoIsolation(false);
  }

  @Override
  Map<String, String> options() {
    return Map.of();
  }
}
