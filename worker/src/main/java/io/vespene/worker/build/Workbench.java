package io.vespene.worker.build;

import io.vespene.worker.process.EndProcesses;
import io.vespene.worker.process.HostEnvironment;
import io.vespene.worker.process.ReadySessions;
import io.vespene.worker.process.SessionStarter;
import io.vespene.worker.server.ServerConnection;
import io.vespene.worker.sweep.KeptDirectories;
import io.vespene.worker.sweep.RunDirectories;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What all builds of a worker share.
 *
 * @param workerName what people call this worker
 * @param kept the working directories that are there, and whose installation they belong to
 * @param buildRoot the absolute directory that holds the working directories
 * @param spoolLimitBytes when this much of one build's log waits for a server, its script waits too
 */
public record Workbench(
    String workerName,
    ServerConnection server,
    WorkerPlugins plugins,
    RunDirectories runs,
    KeptDirectories kept,
    Path buildRoot,
    SessionStarter starter,
    ReadySessions sessions,
    HostEnvironment host,
    EndProcesses ending,
    long spoolLimitBytes,
    Clock clock) {}
