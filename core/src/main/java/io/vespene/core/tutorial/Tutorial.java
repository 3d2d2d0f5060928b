package io.vespene.core.tutorial;

import io.vespene.core.pool.WorkerPools;
import io.vespene.core.project.Projects;

/** What a first start shows: pool {@code general} and four projects. */
public final class Tutorial {
  private final WorkerPools pools;
  private final Projects projects;

  public Tutorial(WorkerPools pools, Projects projects) {
    this.pools = pools;
    this.projects = projects;
  }

  /** Makes whatever of it does not exist yet. */
  public void setUp(TutorialChoices choices) {
    io.vespene.core.problem.Pending.yet(pools, projects, choices);
  }
}
