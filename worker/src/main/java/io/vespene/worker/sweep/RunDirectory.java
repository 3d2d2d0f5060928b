package io.vespene.worker.sweep;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The worker's own directory for one build while it runs, out of every script's reach.
 *
 * <p>It holds the run record, the spool, and a private directory for plugins.
 */
public final class RunDirectory {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RECORD = "run.json";

  private final Path directory;

  RunDirectory(Path directory) {
    this.directory = directory;
  }

  Path path() {
    return directory;
  }

  /** Makes the directory, in place of whatever an earlier run has left there. */
  public void make(RunRecord run) throws IOException {
    try {
      Files.createDirectory(directory, FilePermissions.PRIVATE_DIRECTORY);
    } catch (FileAlreadyExistsException e) {
      Trees.delete(directory);
      Files.createDirectory(directory, FilePermissions.PRIVATE_DIRECTORY);
    }
    Files.write(directory.resolve(RECORD), JSON.writeValueAsBytes(run));
  }

  /** What the directory was made with; empty when its worker died before that was written. */
  Optional<RunRecord> findRecord() throws IOException {
    Path file = directory.resolve(RECORD);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), RunRecord.class))
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  public Path spoolFile() {
    return directory.resolve("spool");
  }

  /** An empty directory for plugins, made at the first call. */
  public Path privateDirectory() throws IOException {
    return Files.createDirectories(directory.resolve("private"));
  }

  /**
   * Where the agent that holds the build's SSH keys has its socket: in this directory itself, as
   * the paths of sockets must be short.
   */
  public Path agentDirectory() {
    return directory;
  }

  /** Removes the directory and all in it. */
  void remove() throws IOException {
    Trees.delete(directory);
  }
}
