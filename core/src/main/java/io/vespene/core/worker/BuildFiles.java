package io.vespene.core.worker;

import io.vespene.core.database.Database;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.WorkerUnreachable;
import io.vespene.core.secret.Keyset;

/** Knows which worker has the directory of a build. */
public final class BuildFiles {
  private final Database database;
  private final FileKeys keys;

  public BuildFiles(Database database, Keyset keyset) {
    this.database = database;
    this.keys = new FileKeys(keyset);
  }

  /**
   * The port of the worker that has, or had, the build's directory.
   *
   * @throws NotFound if there is no such build
   * @throws Conflict if no worker ran it, or its worker serves no files
   * @throws WorkerUnreachable if its worker does not run now
   */
  public FilePort require(long build) {
    BuildFileStore.Place place =
        database
            .withHandle(handle -> new BuildFileStore(handle).find(build))
            .orElseThrow(() -> new NotFound("build", build));
    BuildFileStore.Holder holder =
        place
            .holder()
            .orElseThrow(
                () -> new Conflict("build " + build + " has no files: no worker has run it"));
    if (!holder.runs()) {
      throw new WorkerUnreachable(
          "worker " + holder.name() + ", which has the files of this build, does not run now");
    }
    if (holder.port() == 0 || holder.fileKey().isEmpty()) {
      throw new Conflict(
          "worker " + holder.name() + ", which has the files of this build, does not serve files");
    }
    return new FilePort(
        holder.name(),
        holder.hostName(),
        holder.port(),
        keys.decrypt(holder.worker(), holder.fileKey()));
  }
}
