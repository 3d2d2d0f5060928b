package io.vespene.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsGuideTest {
  @Test
  void theGuideListsEverySettingAsItIs() throws Exception {
    List<String> wanted = AllSettings.list().stream().map(SettingsGuideTest::row).toList();

    List<String> written =
        Files.readAllLines(guide()).stream().filter(line -> line.startsWith("| `")).toList();

    assertThat(String.join("\n", written)).isEqualTo(String.join("\n", wanted));
  }

  private static String row(Setting<?> setting) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            setting.key(),
            setting.usual().map(text -> "`" + text + "`").orElse("–"),
            setting.type().allowed(),
            setting.about());
  }

  private static Path guide() {
    Path module = Path.of("").toAbsolutePath();
    Path checkout = module.endsWith("cli") ? module.resolve("..") : module;
    return checkout.resolve("docs/settings.md");
  }
}
