package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Private keys, made by {@code ssh-keygen}. */
final class TestSshKey {
  static final String UNLOCK_PASSWORD = "open-sesame-canary";

  private TestSshKey() {}

  static String unlocked() {
    return make("");
  }

  static String locked() {
    return make(UNLOCK_PASSWORD);
  }

  private static String make(String password) {
    try {
      Path directory = Files.createTempDirectory("key-");
      Path file = directory.resolve("key");
      Process process =
          new ProcessBuilder(
                  "ssh-keygen", "-q", "-t", "ed25519", "-N", password, "-f", file.toString())
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.onExit().join().exitValue()).as(output).isZero();
      String key = Files.readString(file);
      Files.delete(file);
      Files.delete(directory.resolve("key.pub"));
      Files.delete(directory);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
