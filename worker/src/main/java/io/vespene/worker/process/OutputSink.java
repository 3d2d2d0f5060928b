package io.vespene.worker.process;

/** Takes what a program prints. Used by one thread at a time for each stream. */
@FunctionalInterface
public interface OutputSink {
  /** The bytes are the sink's only until it returns. */
  void accept(byte[] bytes, int offset, int length);
}
