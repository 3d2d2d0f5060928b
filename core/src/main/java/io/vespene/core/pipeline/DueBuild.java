package io.vespene.core.pipeline;

/** A project of a started stage of which a build is still to be queued. */
public record DueBuild(RunPlace place, long project, String pipeline) {}
