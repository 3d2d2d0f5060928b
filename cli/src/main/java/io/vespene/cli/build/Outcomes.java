package io.vespene.cli.build;

import io.vespene.cli.terminal.Elapsed;
import io.vespene.protocol.rest.BuildResource;
import java.time.Duration;
import java.util.Set;

/** What a build's status means to a command. */
final class Outcomes {
  private static final Set<String> ACTIVE = Set.of("QUEUED", "RUNNING", "ABORTING");

  private Outcomes() {}

  static boolean hasEnded(BuildResource build) {
    return !ACTIVE.contains(build.status());
  }

  static boolean succeeded(BuildResource build) {
    return build.status().equals("SUCCESS");
  }

  /** A sentence such as {@code Build 7 of hello is FAILURE after 3 s: exit code 3}. */
  static String sentence(BuildResource build) {
    String took =
        build
            .startedAt()
            .flatMap(start -> build.endedAt().map(end -> Duration.between(start, end)))
            .map(span -> " after " + Elapsed.text(span))
            .orElse("");
    String why = build.reason().or(build::waiting).map(text -> ": " + text).orElse(".");
    return "Build " + build.id() + " of " + build.project() + " is " + build.status() + took + why;
  }
}
