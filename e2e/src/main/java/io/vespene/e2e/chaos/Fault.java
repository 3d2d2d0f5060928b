package io.vespene.e2e.chaos;

import java.time.Duration;

/** Something that goes wrong. Workers and servers are named by their place, from 0. */
sealed interface Fault {
  /** A worker's process dies at once; its builds' processes live on. It comes back later. */
  record WorkerDies(int worker, Duration backAfter) implements Fault {}

  /** A worker does nothing for a while, without noticing. */
  record WorkerFreezes(int worker, Duration time) implements Fault {}

  /** A server is ended in good order and started again. */
  record ServerRestarts(int server) implements Fault {}

  /** A server dies at once and is started again. */
  record ServerDies(int server) implements Fault {}

  /** PostgreSQL ends without a checkpoint and is started again. */
  record DatabaseCrashes() implements Fault {}

  /** Every connection to the servers is cut in the middle of whatever it carries. */
  record ConnectionsAreCut() implements Fault {}

  /** Somebody stops one of the builds that have not ended. */
  record BuildIsStopped(int choice) implements Fault {}
}
