package io.vespene.worker.output;

/** Texts as every server can store them: without NUL, and not endless. */
final class StorableText {
  private StorableText() {}

  /** The text, cut with an ellipsis if it is longer than this. */
  static String of(String text, int maxLength) {
    String clean = text.replace('\0', '\uFFFD');
    return clean.length() <= maxLength ? clean : clean.substring(0, maxLength - 1) + "…";
  }
}
