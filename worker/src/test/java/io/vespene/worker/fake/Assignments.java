package io.vespene.worker.fake;

import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.IsolationChoice;
import io.vespene.protocol.worker.KeyMaterial;
import io.vespene.protocol.worker.KnownFailure;
import io.vespene.protocol.worker.ProjectReference;
import io.vespene.protocol.worker.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assignments for tests. */
public final class Assignments {
  private Assignments() {}

  /** A script that runs without isolation and source, for an hour at most. */
  public static Assignment script(long build, String script) {
    return with(build, script, Source.NONE, new IsolationChoice("none", Map.of()), 3600);
  }

  /** The same with SSH keys. */
  // The compiler doesn't find the annotation of a record's type argument in a class file.
  @SuppressWarnings("NullAway")
  public static Assignment withKeys(Assignment assignment, List<KeyMaterial> keys) {
    return new Assignment(
        assignment.build(),
        assignment.epoch(),
        assignment.project(),
        assignment.requestedBy(),
        assignment.script(),
        assignment.variables(),
        assignment.environment(),
        assignment.source(),
        keys,
        assignment.secrets(),
        assignment.isolation(),
        assignment.directoryPermissions(),
        assignment.timeoutSeconds(),
        assignment.logLimitBytes(),
        assignment.failure());
  }

  /** One that failed before it began. */
  public static Assignment failed(long build, KnownFailure failure) {
    return new Assignment(
        build,
        1,
        new ProjectReference(3, "hello"),
        "alice",
        "#!/bin/sh\n{{ hsot }}\n",
        Map.of(),
        Map.of(),
        Source.NONE,
        List.of(),
        List.of(),
        new IsolationChoice("none", Map.of()),
        0770,
        3600,
        1L << 30,
        Optional.of(failure));
  }

  public static Assignment with(
      long build, String script, Source source, IsolationChoice isolation, long timeoutSeconds) {
    return new Assignment(
        build,
        1,
        new ProjectReference(3, "hello"),
        "alice",
        script,
        Map.of("greeting", "hello"),
        Map.of(),
        source,
        List.of(),
        List.of(),
        isolation,
        0770,
        timeoutSeconds,
        1L << 30,
        Optional.empty());
  }

  public static Source git(String url, String branch) {
    return source("git", url, branch);
  }

  public static Source source(String type, String url, String branch) {
    return new Source(type, url, branch, Optional.empty(), true, Optional.empty(), List.of(), 60);
  }
}
