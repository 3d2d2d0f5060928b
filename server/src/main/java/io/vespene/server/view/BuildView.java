package io.vespene.server.view;

import io.vespene.core.build.Build;
import io.vespene.core.build.BuildStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * A build as its page shows it.
 *
 * @param waiting why it does not run yet
 * @param script what it runs
 * @param story what happened in it and around it
 * @param mine whether the viewer may stop and start it
 */
public record BuildView(
    Build build, Optional<String> waiting, ScriptView script, BuildStory story, boolean mine) {
  private static final int SHORT_REVISION = 10;

  public Badge badge() {
    return Badge.of(build.status());
  }

  public boolean stoppable() {
    return mine && (build.status() == BuildStatus.QUEUED || build.status() == BuildStatus.RUNNING);
  }

  public boolean startable() {
    return mine && build.status().ended();
  }

  /** The beginning of the revision, enough to recognise it. */
  public Optional<String> shortRevision() {
    return build
        .checkedOut()
        .map(source -> source.revision())
        .filter(revision -> !revision.isEmpty())
        .map(revision -> revision.substring(0, Math.min(SHORT_REVISION, revision.length())));
  }

  /** The first line of the commit message. */
  public String subject() {
    return build
        .checkedOut()
        .map(source -> source.message().strip())
        .orElse("")
        .lines()
        .findFirst()
        .orElse("");
  }

  /** How long it ran; empty while it runs, or when it never did. */
  public Optional<Duration> length() {
    return build
        .startedAt()
        .flatMap(start -> build.endedAt().map(end -> Duration.between(start, end)));
  }
}
