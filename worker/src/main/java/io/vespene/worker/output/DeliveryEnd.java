package io.vespene.worker.output;

/** What became of a build's report. */
public sealed interface DeliveryEnd {
  /**
   * The server has the whole log and the build's end.
   *
   * @param status the status the build ended with
   */
  record Delivered(String status) implements DeliveryEnd {}

  /** The build is not this worker's any more, so nobody is to be told about it. */
  record Lost(String cause) implements DeliveryEnd {}
}
