package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.Scm;
import io.vespene.plugins.scm.NoSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoSourceTest extends ScmContract {
  @Override
  Scm scm() {
    return new NoSource();
  }

  @Override
  String goodUrl() {
    return "";
  }

  @Override
  Optional<String> deadUrl() {
    return Optional.empty();
  }

  @Test
  void theDirectoryStaysEmpty() throws Exception {
    scm()
        .checkOut(checkout("", "", java.time.Duration.ofMinutes(1)), new TestCommands().commands());
    assertThat(directory.resolve("work")).isEmptyDirectory();
  }
}
