package io.vespene.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.worker.fake.TestWorker;
import io.vespene.worker.fileserving.FileServing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WorkerSettingsTest {
  @Test
  void aMessageNamesKeyValueAndWhatIsAllowed() {
    assertRefused(
        () -> new WorkerLimits(0, Optional.empty(), Optional.empty(), Optional.empty(), 0),
        "slots is 0, but must be 1 to 1000");
    assertRefused(
        () -> new WorkerLimits(1, Optional.of(0), Optional.empty(), Optional.empty(), 0),
        "max-builds is 0, but must be 1 or more");
    assertRefused(
        () ->
            new WorkerLimits(1, Optional.empty(), Optional.of(Duration.ZERO), Optional.empty(), 0),
        "max-wait-minutes is PT0S, but must be more than 0");
    assertRefused(
        () -> new WorkerLimits(1, Optional.empty(), Optional.empty(), Optional.of(0L), 0),
        "build-id is 0, but must be the number of a build");
    assertRefused(
        () -> TestWorker.settings(Path.of("/tmp"), URI.create("ftp://x")),
        "server is ftp://x, but must be a URL such as https://vespene.example.org");
    assertRefused(
        () -> TestWorker.settings(Path.of("/tmp")),
        "server is missing, but must be one URL at least");
    assertRefused(
        () -> identity("-x", List.of("general")),
        "name is -x, but must be 1 to 90 letters, digits, dots, dashes and underscores, not"
            + " beginning with a sign");
    assertRefused(
        () -> identity("x", List.of()), "pools is missing, but must be one worker pool at least");
    assertRefused(
        () -> new WorkerPlaces(Path.of("/a"), Path.of("/a/../a"), List.of(), Map.of()),
        "build-root is /a, but must be another directory than the worker's state directory");
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(TestWorker.identity(List.of("very-secret")).toString()).doesNotContain("secret");
  }

  private static WorkerIdentity identity(String name, List<String> pools) {
    return new WorkerIdentity(
        Optional.of(name), pools, List.of(), Optional.empty(), FileServing.OFF, "0.1.0");
  }

  private static void assertRefused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(InvalidSetting.class).hasMessage(message);
  }
}
