package io.vespene.e2e.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.Checkout;
import io.vespene.e2e.EndToEnd;
import io.vespene.e2e.installation.Installation;
import io.vespene.e2e.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** docs/keys.md: every command in it does what it says, in the order of the page. */
@EndToEnd
class KeysGuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```\n(.*?)```");
  private static final String HOST_KEY =
      "git.example.com ssh-ed25519"
          + " AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

  private final Installation installation = Installation.up();

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void everyCommandWorks() throws IOException {
    prepareHome();
    preparePrograms();
    installation.api().createProject("app", "general", "#!/bin/sh\n", Map.of());

    List<String> blocks =
        BLOCK
            .matcher(Files.readString(Checkout.folder().resolve("docs/keys.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).hasSizeGreaterThan(5);
    StringBuilder said = new StringBuilder();
    for (String block : blocks) {
      said.append(shell(block).output());
    }

    assertThat(said)
        .contains("Created SSH key deploy.")
        .contains("ssh-ed25519 AAAA")
        .contains("Created service login github.")
        .contains("Added a new first key to ");
    assertThat(installation.client("ssh-key", "list", "--json").output()).doesNotContain("deploy");
    assertThat(installation.client("project", "show", "app").output()).contains(HOST_KEY);
  }

  private void prepareHome() {
    Path keys = installation.folder().folder("home").resolve(".ssh");
    Command.of("mkdir", "-p", keys.toString()).output();
    keyPair(keys.resolve("deploy"), "");
    keyPair(keys.resolve("deploy2"), "open sesame");
    installation.folder().file("home/deploy2-password", "open sesame\n");
    installation.folder().file("home/github-token", "a token\n");
    installation.folder().file("home/new-token", "another token\n");
  }

  private static void keyPair(Path file, String password) {
    Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", password, "-f", file.toString()).output();
  }

  /** Nobody can be asked for the keys of example.com, so one is at hand. */
  private void preparePrograms() {
    installation.folder().folder("bin");
    program("vespene", "exec " + Checkout.program() + " \"$@\"");
    program("ssh-keyscan", "echo '# " + "git.example.com:22 SSH-2.0'; echo '" + HOST_KEY + "'");
  }

  private void program(String name, String line) {
    Path file = installation.folder().file("bin/" + name, "#!/bin/sh\n" + line + "\n");
    Command.of("chmod", "755", file.toString()).output();
  }

  private Command shell(String text) {
    Command client = installation.client();
    return new Command(
        List.of("sh", "-ec", text),
        client.directory(),
        Map.copyOf(
            client
                .with(
                    "PATH",
                    installation.folder().resolve("bin") + ":" + client.environment().get("PATH"))
                .with(
                    "VESPENE_KEYSET_FILE",
                    installation.dataFolder().resolve("keyset.json").toString())
                .environment()),
        "",
        Duration.ofMinutes(3));
  }
}
