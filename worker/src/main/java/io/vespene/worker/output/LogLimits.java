package io.vespene.worker.output;

/**
 * How much output there may be.
 *
 * @param logBytes output of one build beyond this is dropped, with a notice
 * @param spoolBytes when this much of one build waits for a server, the script waits too
 */
public record LogLimits(long logBytes, long spoolBytes) {
  public LogLimits {
    if (logBytes <= 0 || spoolBytes <= 0) {
      throw new IllegalArgumentException("limits of " + logBytes + " and " + spoolBytes);
    }
  }
}
