package io.vespene.worker.fileserving;

/** There is no such file or directory, or none that is served: a caller is not told which. */
final class NothingThere extends Exception {
  NothingThere(String cause) {
    super(cause, null, false, false);
  }
}
