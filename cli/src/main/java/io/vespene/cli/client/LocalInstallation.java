package io.vespene.cli.client;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The data directory of {@code vespene up}, as far as its neighbours may read it.
 *
 * @param directory holds the files {@code url} (only while {@code up} runs) and {@code admin-token}
 */
public record LocalInstallation(Path directory) {
  /** Where {@code up} keeps its data unless it is told otherwise. */
  public static LocalInstallation of(Optional<Path> chosen, Map<String, String> environment) {
    return new LocalInstallation(
        chosen
            .or(() -> Optional.ofNullable(environment.get("VESPENE_DATA_DIR")).map(Path::of))
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".vespene"))
            .toAbsolutePath()
            .normalize());
  }

  /** The address of the server, while it runs. */
  public Path urlFile() {
    return directory.resolve("url");
  }

  /** The API token of the user {@code admin}. */
  public Path tokenFile() {
    return directory.resolve("admin-token");
  }

  Optional<String> findUrl() {
    return findLine(urlFile());
  }

  Optional<String> findToken() {
    return findLine(tokenFile());
  }

  /**
   * The content of a small file without white space around it; empty when there is no such file.
   *
   * @throws CommandFailure if there is one that can't be read
   */
  static Optional<String> findLine(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "The file " + file + " can't be read.", e);
    }
  }
}
