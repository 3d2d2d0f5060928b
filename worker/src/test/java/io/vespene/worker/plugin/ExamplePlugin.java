package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.OptionValue;
import io.vespene.plugin.PluginOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The example of the user guide, built by its own script. */
public final class ExamplePlugin {
  private ExamplePlugin() {}

  /** Puts the jar into a directory of its own, which is made. */
  public static void build(Path directory) throws Exception {
    Files.createDirectories(directory);
    var command =
        new ProcessBuilder(
            script().toString(),
            TestJar.api().toString(),
            directory.resolve("example-plugin.jar").toString());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    assertThat(command.inheritIO().start().waitFor()).isZero();
  }

  /** Asks for one of its plugins. */
  public static PluginChoice choice(String key, String type, Map<String, OptionValue> options) {
    String name = key.substring(key.lastIndexOf('.') + 1);
    return new PluginChoice(key, name, type, new PluginOptions(options), "vespene.yaml, line 1");
  }

  private static Path script() {
    Path module = Path.of("").toAbsolutePath();
    Path checkout = module.endsWith("worker") ? module.resolve("..") : module;
    return checkout.resolve("docs/example-plugin/build").normalize();
  }
}
