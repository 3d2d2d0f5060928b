package io.vespene.core.pipeline;

import java.util.Optional;

/**
 * A project of the stage that a run has reached.
 *
 * @param due whether a build of it is still to be queued
 * @param newest its newest build in the run; empty before there is one
 */
record RunMember(String project, boolean due, Optional<NewestBuild> newest) {
  /** What became of a build so far. */
  record NewestBuild(long id, boolean ended, boolean succeeded, String reason) {}

  boolean succeeded() {
    return !due && newest.map(NewestBuild::succeeded).orElse(false);
  }

  /** The build that stops the run, if it does. */
  Optional<NewestBuild> failure() {
    return due ? Optional.empty() : newest.filter(build -> build.ended() && !build.succeeded());
  }
}
