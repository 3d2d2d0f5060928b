package io.vespene.worker.build;

import io.vespene.worker.output.DeliveryEnd;

/** Hears how builds go on. Called once each for every build, from its threads, in this order. */
public interface BuildRunListener {
  /** Nothing of the build runs any more; another may begin in its slot. */
  void slotFreed(BuildRun run);

  /** The server knows how the build ended, or does not want to. */
  void over(BuildRun run, DeliveryEnd end);
}
