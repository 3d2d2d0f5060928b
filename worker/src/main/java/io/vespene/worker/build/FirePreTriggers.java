package io.vespene.worker.build;

import io.vespene.plugin.Hook;
import java.util.Optional;

/** Fires the triggers that want to act before the build; a failing one fails the build. */
final class FirePreTriggers implements Phase {
  private static final FireTriggers PRE = new FireTriggers(Hook.PRE);

  @Override
  public String kind() {
    return "triggers";
  }

  @Override
  public String title(BuildWork work) {
    return "Triggers before the build";
  }

  @Override
  public boolean isNeeded(BuildWork work) {
    return PRE.isNeeded(work);
  }

  @Override
  public void run(BuildWork work) throws PhaseFailed, InterruptedException {
    Optional<String> failure = PRE.fireUntilFailure(work, work.commands());
    if (failure.isPresent()) {
      throw new PhaseFailed(BuildWork.failure(failure.get()));
    }
  }
}
