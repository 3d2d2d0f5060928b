package io.vespene.worker.plugin;

import io.vespene.plugin.OptionValue;
import io.vespene.plugin.Scm;
import io.vespene.worker.build.WorkerPlugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ExampleScmTest extends ScmContract {
  @TempDir Path jars;
  @TempDir Path folders;
  private Scm scm;

  @BeforeEach
  void load() throws Exception {
    ExamplePlugin.build(jars);
    PluginChoice choice =
        ExamplePlugin.choice(
            "scm.folder", "folder", Map.of("below", new OptionValue.Text(folders.toString())));
    var settings =
        new PluginSettings(Optional.of(jars), List.of(choice), List.of(), List.of(), Map.of());
    var none = new WorkerPlugins(List.of(), List.of(), List.of(), List.of());
    scm = LoadPlugins.load(none, settings, List.of()).scms().getFirst();
  }

  @Override
  Scm scm() {
    return scm;
  }

  @Override
  String goodUrl() throws Exception {
    Files.createDirectories(folders.resolve("good"));
    return "good";
  }

  @Override
  Optional<String> deadUrl() {
    return Optional.of("nothing");
  }
}
