package io.vespene.worker.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.protocol.worker.KeyMaterial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An SSH key, both halves of it, of which no file is left. */
public record TestKey(String name, String privateKey, String publicKey) {
  /** Made by {@code ssh-keygen} with these options; locked unless the password is empty. */
  public static TestKey make(Path directory, String name, String password, String... options)
      throws Exception {
    Path file = directory.resolve("making-" + name);
    Path publicFile = directory.resolve("making-" + name + ".pub");
    var command =
        new ArrayList<>(List.of("ssh-keygen", "-q", "-N", password, "-f", file.toString()));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    var key = new TestKey(name, Files.readString(file), Files.readString(publicFile).strip());
    Files.delete(file);
    Files.delete(publicFile);
    return key;
  }

  /** As a worker is given it. */
  public KeyMaterial unlockedBy(String password) {
    return new KeyMaterial(name, privateKey, Optional.of(password));
  }

  /** As a worker is given it. */
  public KeyMaterial material() {
    return new KeyMaterial(name, privateKey, Optional.empty());
  }
}
