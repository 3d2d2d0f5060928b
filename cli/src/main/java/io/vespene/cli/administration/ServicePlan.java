package io.vespene.cli.administration;

import java.nio.file.Path;
import java.util.List;

/**
 * What a machine runs of Vespene.
 *
 * @param program the program itself, by absolute path
 * @param settingsFile what all of it reads
 * @param user who it runs as
 * @param server whether it runs a server
 * @param workers may be empty
 * @param tokenDirectory holds a file per pool, named after it, with a token of that pool
 * @param logDirectory where supervisord writes what they print
 */
record ServicePlan(
    Path program,
    Path settingsFile,
    String user,
    boolean server,
    List<WorkerCount> workers,
    Path tokenDirectory,
    Path logDirectory) {
  ServicePlan {
    workers = List.copyOf(workers);
  }

  List<String> serverCommand() {
    return List.of(program.toString(), "server", "--config", settingsFile.toString());
  }

  /**
   * The command of a worker, but for its name, which service managers make: it must be the same
   * after every start, so that the worker finds itself again.
   */
  List<String> workerCommand(String pool) {
    return List.of(
        program.toString(),
        "worker",
        pool,
        "--config",
        settingsFile.toString(),
        "--token-file",
        tokenDirectory.resolve(pool).toString());
  }
}
