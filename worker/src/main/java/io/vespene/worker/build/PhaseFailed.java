package io.vespene.worker.build;

import io.vespene.worker.output.BuildEnd;

/** The build ends here. */
final class PhaseFailed extends Exception {
  private final transient BuildEnd end;

  PhaseFailed(BuildEnd end) {
    super(end.reason());
    this.end = end;
  }

  PhaseFailed(BuildEnd end, Throwable cause) {
    super(end.reason(), cause);
    this.end = end;
  }

  BuildEnd end() {
    return end;
  }
}
