package io.vespene.worker.build;

import io.vespene.protocol.worker.KnownFailure;

/** Ends a build that had failed before it came here; only its failure triggers are still to run. */
final class TellKnownFailure implements Phase {
  @Override
  public String kind() {
    return "template";
  }

  @Override
  public String title(BuildWork work) {
    return "Template";
  }

  @Override
  public boolean isNeeded(BuildWork work) {
    return work.assignment().failure().isPresent();
  }

  @Override
  public void run(BuildWork work) throws PhaseFailed {
    KnownFailure failure = work.assignment().failure().orElseThrow();
    failure.details().lines().forEach(work.log()::say);
    throw new PhaseFailed(BuildWork.failure(failure.reason()));
  }
}
