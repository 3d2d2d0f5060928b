package io.vespene.core.variable;

/** Where variables come from, from those that everything beats to those that beat everything. */
public enum Level {
  WORKER_POOL("worker pool"),
  PIPELINE("pipeline"),
  STAGE("stage"),
  SNIPPET("snippet"),
  /** What earlier stages of the same pipeline run handed on. */
  OUTPUT_VARIABLES("output variables of"),
  PROJECT("project"),
  /** What was answered when the build was started. */
  LAUNCH_ANSWERS("launch answers");

  private final String words;

  Level(String words) {
    this.words = words;
  }

  /** What people call it. */
  public String words() {
    return words;
  }
}
