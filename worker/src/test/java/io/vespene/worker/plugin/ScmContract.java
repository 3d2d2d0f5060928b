package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.Checkout;
import io.vespene.plugin.CommandFailed;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugin.SourceRevision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of source control must do. */
abstract class ScmContract {
  @TempDir Path directory;

  abstract Scm scm();

  /** A url that can be checked out. */
  abstract String goodUrl() throws Exception;

  /** A url that is in order but leads nowhere; empty if there is no such thing. */
  abstract Optional<String> deadUrl();

  @Test
  final void theTypeIsAPlainWord() {
    assertThat(scm().type()).matches("[a-z][a-z0-9_]*");
  }

  @Test
  final void aCheckoutSaysWhatItFound() throws Exception {
    SourceRevision found =
        scm().checkOut(checkout(goodUrl(), "", Duration.ofMinutes(1)), commands());
    if (!found.equals(SourceRevision.NONE)) {
      assertThat(found.revision()).isNotBlank();
      assertThat(found.author()).isNotBlank();
      assertThat(found.message()).isNotBlank();
    }
  }

  @Test
  final void aDeadUrlFailsWithAReason() {
    if (deadUrl().isPresent()) {
      assertThatThrownBy(() ->
              scm().checkOut(checkout(deadUrl().get(), "", Duration.ofMinutes(1)), commands()))
          .isInstanceOfSatisfying(
              PluginFailure.class, failure -> assertThat(failure.reason()).isNotBlank());
    }
  }

  @Test
  final void aStoppedCheckoutEndsAtOnce() throws Exception {
    if (deadUrl().isPresent()) {
      var stopped = new TestCommands();
      stopped.stop().throwIt();
      assertThatThrownBy(() ->
              scm().checkOut(checkout(goodUrl(), "", Duration.ofMinutes(1)), stopped.commands()))
          .isInstanceOf(CommandFailed.class);
    }
  }

  private static io.vespene.plugin.BuildCommands commands() throws Exception {
    return new TestCommands().commands();
  }

  final Checkout checkout(String url, String branch, Duration limit) throws Exception {
    return new Checkout(
        url,
        branch,
        Optional.empty(),
        true,
        SourceAccess.NONE,
        Files.createDirectories(directory.resolve("work")),
        Files.createDirectories(directory.resolve("private")),
        limit);
  }
}
