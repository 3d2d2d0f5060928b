package io.vespene.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes keys with the programs that people make them with. */
public final class KeyMaker {
  public static final String PASSWORD = "open sesame";

  private final Path directory;
  private int made;

  public KeyMaker(Path directory) {
    this.directory = directory;
  }

  /** By {@code ssh-keygen}: the private key. */
  public String sshKeygen(String password, String... options) throws Exception {
    Path file = next();
    var command =
        new ArrayList<>(List.of("ssh-keygen", "-q", "-N", password, "-f", file.toString()));
    command.addAll(List.of(options));
    run(command);
    return Files.readString(file);
  }

  /** By {@code openssl}, whose arguments say where the file is to be as {@code FILE}. */
  public String openssl(String... arguments) throws Exception {
    Path file = next();
    var command = new ArrayList<>(List.of("openssl"));
    for (String argument : arguments) {
      command.add(argument.equals("FILE") ? file.toString() : argument);
    }
    run(command);
    return Files.readString(file);
  }

  /** The fingerprint that {@code ssh-keygen} finds. */
  public String fingerprint(String publicKey) throws Exception {
    Path file = Files.writeString(next(), publicKey + "\n");
    return run(List.of("ssh-keygen", "-l", "-f", file.toString())).split(" ", 3)[1];
  }

  /** A text as a file that another program reads. */
  public String file(String text) throws IOException {
    return Files.writeString(next(), text).toString();
  }

  private Path next() {
    made++;
    return directory.resolve("key" + made);
  }

  private static String run(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
