package io.vespene.cli.build;

import io.vespene.protocol.rest.LogLineResource;

/** Knows how much of a log has been shown; the last line may have been shown in part. */
final class ShownLines {
  private long lastLine;
  private int lastLength;
  private boolean lastIsWhole = true;

  /** The number of the first line that is not shown, or not wholly. */
  long nextLine() {
    return lastIsWhole ? lastLine + 1 : lastLine;
  }

  /** What is still to be shown of a line; afterwards it counts as shown. */
  String newPartOf(LogLineResource line) {
    int alreadyShown = line.number() == lastLine ? lastLength : 0;
    String text = line.text().substring(Math.min(alreadyShown, line.text().length()));
    lastLine = line.number();
    lastLength = line.text().length();
    lastIsWhole = line.newline();
    return line.newline() ? text + "\n" : text;
  }
}
