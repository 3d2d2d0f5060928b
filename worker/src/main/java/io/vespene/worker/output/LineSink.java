package io.vespene.worker.output;

/** Takes lines, or pieces of lines; the fields are those of a {@code LogLine}. */
@FunctionalInterface
interface LineSink {
  /** The bytes are the sink's only until it returns. */
  void line(byte[] bytes, int offset, int length, boolean continues, boolean newline);
}
