package io.vespene.worker.build;

import io.vespene.worker.sweep.FilePermissions;
import io.vespene.worker.sweep.Sweeper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the build's working directory, new and empty, with the permissions its pool demands. */
final class PrepareDirectory implements Phase {

  @Override
  public String kind() {
    return "directory";
  }

  @Override
  public String title(BuildWork work) {
    return "Working directory " + work.workingDirectory();
  }

  @Override
  public void run(BuildWork work) throws PhaseFailed {
    Path directory = work.workingDirectory();
    try {
      work.bench().kept().begin(work.assignment().build());
      create(directory);
      Files.setPosixFilePermissions(
          directory, FilePermissions.of(work.assignment().directoryPermissions()));
    } catch (IOException e) {
      String reason = "the working directory could not be made: " + FileFailure.describe(e);
      throw new PhaseFailed(BuildWork.failure(reason), e);
    }
  }

  private static void create(Path directory) throws IOException {
    try {
      Files.createDirectory(directory, FilePermissions.PRIVATE_DIRECTORY);
    } catch (FileAlreadyExistsException e) {
      // Of another database's build with the same number; it may belong to another user in part.
      Path aside =
          directory.resolveSibling(
              Sweeper.REPLACED_PREFIX + directory.getFileName() + "-" + System.nanoTime());
      Files.move(directory, aside);
      Files.createDirectory(directory, FilePermissions.PRIVATE_DIRECTORY);
    }
  }
}
