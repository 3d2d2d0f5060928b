package io.vespene.cli.up;

import io.vespene.cli.client.LocalInstallation;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where {@code up} keeps everything. It belongs to one running {@code up}, held by a lock. */
final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the directory if it is missing, and takes it.
   *
   * @throws CommandFailure if another {@code up} has it, or it can't be used
   */
  static DataDirectory take(Path path) {
    try {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      return new DataDirectory(path.toRealPath(), lock(path));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "The data directory " + path + " can't be used: " + e.getMessage(), e);
    }
  }

  Path postgres() throws IOException {
    return Files.createDirectories(path.resolve("postgresql"));
  }

  Path postgresPassword() throws IOException {
    return postgres().resolve("password");
  }

  Path keyset() {
    return path.resolve("keyset.json");
  }

  Path adminPassword() {
    return path.resolve("admin-password");
  }

  Path adminToken() {
    return installation().tokenFile();
  }

  Path workerToken() {
    return path.resolve("worker-token");
  }

  Path worker() {
    return path.resolve("worker");
  }

  Path builds() {
    return path.resolve("builds");
  }

  Path tutorialRepository() {
    return path.resolve("tutorial").resolve("repository");
  }

  /** There when the tutorial was made, so that what somebody deleted of it does not come back. */
  Path tutorialMark() {
    return path.resolve("tutorial").resolve("made");
  }

  Path url() {
    return installation().urlFile();
  }

  private LocalInstallation installation() {
    return new LocalInstallation(path);
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "The data directory " + path + " can't be left.", e);
    }
  }

  private static FileChannel lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (!tryLock(channel)) {
      String owner = read(channel);
      channel.close();
      throw new CommandFailure(
          ExitCode.FAILED,
          "Another 'vespene up' uses "
              + directory
              + (owner.isEmpty() ? "" : " (process " + owner + ")")
              + ": stop that one, or choose another directory with --data-dir.");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    return channel;
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // This very process has it already, as in tests.
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(20);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
  }
}
