package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import io.vespene.plugins.scm.SourceSettings;
import io.vespene.plugins.scm.SvnScm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What git or svn must never be given is refused by the worker too, whatever the server let
 * through. The programs on the path are traps: not even a harmless command may be run.
 */
class SourceArgumentsTest {
  private static final Path ATTACKS =
      Path.of("../server/src/test/resources/attacks/source-arguments.tsv");
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9a-f]{4})");
  private static final String URL = "https://127.0.0.1:9/x";

  @TempDir Path directory;

  record Attack(int number, String type, String field, String value) {}

  static Stream<Attack> attacks() throws IOException {
    return Files.readAllLines(ATTACKS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(parts ->
            new Attack(Integer.parseInt(parts[0]), parts[1], parts[2], unescape(parts[3])));
  }

  @BeforeEach
  void setTraps() throws Exception {
    for (String program : List.of("git", "svn", "ssh")) {
      Path trap = directory.resolve(program);
      Files.writeString(trap, "#!/bin/sh\n: > " + canary() + "\n");
      Files.setPosixFilePermissions(trap, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void itIsRefusedAndNothingIsRun(Attack attack) throws Exception {
    String value = attack.value().replace("CANARY", canary().toString());
    Checkout checkout =
        switch (attack.field()) {
          case "repo_url" -> checkout(value, "", Optional.empty());
          case "repo_branch" -> checkout(URL, value, Optional.empty());
          default -> checkout(URL, "", Optional.of(value));
        };
    var commands = commands();
    assertThatThrownBy(() -> scm(attack.type()).checkOut(checkout, commands.commands()))
        .isInstanceOf(CheckoutFailed.class);
    assertThat(canary()).doesNotExist();
    assertThat(commands.log()).isEmpty();
    assertThat(checkout.directory()).isEmptyDirectory();
  }

  @Test
  void theTrapsWork() throws Exception {
    for (String type : List.of("git", "svn")) {
      Files.deleteIfExists(canary());
      Checkout good = checkout(URL, "", Optional.empty());
      assertThatThrownBy(() -> scm(type).checkOut(good, commands().commands()))
          .isInstanceOf(CheckoutFailed.class);
      assertThat(canary()).exists();
    }
  }

  private Path canary() {
    return directory.resolve("canary");
  }

  private TestCommands commands() throws Exception {
    return new TestCommands(Map.of("PATH", directory + ":" + System.getenv("PATH")));
  }

  private Scm scm(String type) {
    var settings =
        new SourceSettings(false, directory.resolve("known_hosts"), Duration.ofMillis(10));
    return type.equals("git")
        ? new GitScm(new GitSettings(settings, Optional.empty()))
        : new SvnScm(settings);
  }

  private Checkout checkout(String url, String branch, Optional<String> revision) throws Exception {
    return new Checkout(
        url,
        branch,
        revision,
        true,
        SourceAccess.NONE,
        Files.createDirectories(directory.resolve("work")),
        Directories.fresh(directory.resolve("private")),
        Duration.ofSeconds(20));
  }

  private static String unescape(String text) {
    return UNICODE
        .matcher(text)
        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)))
        .translateEscapes();
  }
}
