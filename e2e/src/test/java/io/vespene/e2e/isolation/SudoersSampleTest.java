package io.vespene.e2e.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.e2e.Checkout;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The rules for sudo that are shipped. */
class SudoersSampleTest {
  private final Path sample = Checkout.folder().resolve("packaging/sudoers.d/vespene");

  @Test
  void sudoAcceptsTheSample() {
    assertThat(check(sample).exitCode()).isZero();
  }

  @Test
  void theLinesThatAreSwitchedOffAreRightToo() throws IOException {
    try (Folder folder = Folder.create("sudoers")) {
      String all = Files.readString(sample).replace("\n#vespene ", "\nvespene ");
      assertThat(all).contains("\nvespene ALL=(vespene_build_1,");
      assertThat(check(folder.file("all", all)).exitCode()).isZero();
      assertThat(check(folder.file("broken", all + "vespene ALL=(\n")).exitCode()).isNotZero();
    }
  }

  private static Command.Result check(Path file) {
    return Command.of("visudo", "-c", "-q", "-f", file.toString()).run();
  }
}
