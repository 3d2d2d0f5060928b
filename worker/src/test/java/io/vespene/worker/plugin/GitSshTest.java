package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.CapturedOutput;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugin.SourceRevision;
import io.vespene.plugins.scm.GitScm;
import io.vespene.plugins.scm.GitSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** git over a real ssh server. */
class GitSshTest {
  @TempDir Path directory;
  private TestRepository repository;
  private SshServer server;
  private GitScm git;

  @BeforeEach
  void start() throws Exception {
    repository = new TestRepository(directory.resolve("repository"));
    server = new SshServer(directory.resolve("ssh"));
    // The name has a space, as directories of people have.
    git = new GitScm(new GitSettings(false, directory.resolve("known hosts")));
  }

  @AfterEach
  void end() throws Exception {
    server.stop();
  }

  @Test
  void aRepositoryBehindSshIsCheckedOut() throws Exception {
    SourceRevision found = checkOut("work1", withAgent());
    assertThat(found.message()).isEqualTo("Say hello");
    assertThat(directory.resolve("known hosts")).isNotEmptyFile();
  }

  @Test
  void aChangedHostKeyEndsTheCheckoutBeforeAnyKeyIsOffered() throws Exception {
    checkOut("work1", withAgent());
    server.changeHostKey();
    assertThatThrownBy(() -> checkOut("work2", withAgent()))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessage("Host key verification failed.");
    assertThat(server.log()).doesNotContain("userauth-request");
  }

  @Test
  void withoutAKeyNobodyIsAskedForAPassword() {
    assertThatThrownBy(() -> checkOut("work1", new TestCommands().commands()))
        .isInstanceOf(CheckoutFailed.class)
        .hasMessageContaining("Permission denied");
  }

  private SourceRevision checkOut(String name, BuildCommands commands) throws Exception {
    return git.checkOut(
        new Checkout(
            server.url(repository.directory()),
            "",
            Optional.empty(),
            true,
            SourceAccess.NONE,
            Files.createDirectories(directory.resolve(name)),
            Files.createDirectories(directory.resolve(name + "-private")),
            Duration.ofMinutes(1)),
        commands);
  }

  /** Commands whose environment names an agent. */
  private BuildCommands withAgent() throws Exception {
    BuildCommands real = new TestCommands().commands();
    return new BuildCommands() {
      @Override
      public CommandResult run(Command command) throws CommandFailed {
        return real.run(command);
      }

      @Override
      public CapturedOutput capture(Command command) throws CommandFailed {
        return real.capture(command);
      }

      @Override
      public void say(String line) {
        real.say(line);
      }

      @Override
      public Map<String, String> hostEnvironment() {
        var environment = new HashMap<>(real.hostEnvironment());
        environment.put("SSH_AUTH_SOCK", server.agentSocket().toString());
        return environment;
      }
    };
  }
}
