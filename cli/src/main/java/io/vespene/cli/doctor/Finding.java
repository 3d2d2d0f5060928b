package io.vespene.cli.doctor;

/** What the doctor found about one thing. */
sealed interface Finding {
  /** What was looked at. */
  String subject();

  /** What was seen. */
  String text();

  /** As it should be. */
  record Good(String subject, String text) implements Finding {}

  /** Nothing to complain of here, but it was not looked at. */
  record Skipped(String subject, String text) implements Finding {}

  /**
   * Works, but may surprise.
   *
   * @param advice what to do
   */
  record Doubtful(String subject, String text, String advice) implements Finding {}

  /**
   * Does not work.
   *
   * @param advice what to do
   */
  record Bad(String subject, String text, String advice) implements Finding {}
}
