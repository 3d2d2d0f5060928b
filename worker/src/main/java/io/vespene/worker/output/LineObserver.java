package io.vespene.worker.output;

/** Looks at whole lines of a script while they are logged. */
@FunctionalInterface
public interface LineObserver {
  /** The bytes, which hold no newline, are the observer's only until it returns. */
  void seen(byte[] bytes, int offset, int length);
}
