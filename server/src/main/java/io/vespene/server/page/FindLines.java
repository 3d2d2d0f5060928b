package io.vespene.server.page;

import io.vespene.core.log.BuildLogs;
import io.vespene.core.log.StoredLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Looks through a build's log, for a limited time, in little memory. */
final class FindLines {
  private static final int AT_ONCE = 2_000;
  private static final int MAX_MATCHES = 1_000;
  private static final Duration TIME_LIMIT = Duration.ofMillis(400);

  /** Colours, which may stand in the middle of a word. */
  private static final Pattern CONTROL_SEQUENCE = Pattern.compile("\u001b\\[[0-?]*[ -/]*[@-~]");

  private static final Pattern ERROR =
      Pattern.compile(
          "\\b(?:errors?|fatal|fail(?:ed|ure|ures)?|\\w*exception|panic(?:ked)?|traceback"
              + "|undefined|(?:not|cannot|can't) (?:be )?found|no such file)\\b",
          Pattern.CASE_INSENSITIVE);

  /** "0 errors" is good news. */
  private static final Pattern NO_ERROR =
      Pattern.compile("\\b(?:0|no) (?:errors?|failures?|failed)\\b", Pattern.CASE_INSENSITIVE);

  private final BuildLogs logs;

  FindLines(BuildLogs logs) {
    this.logs = logs;
  }

  /** Lines that contain the text, whatever its case. */
  LogMatches containing(String text, long build, long from) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return find(build, from, line -> line.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Lines that look like an error. */
  LogMatches errors(long build, long from) {
    return find(build, from, line -> ERROR.matcher(line).find() && !NO_ERROR.matcher(line).find());
  }

  private LogMatches find(long build, long from, Predicate<String> wanted) {
    long startNanos = System.nanoTime();
    var found = new ArrayList<Long>();
    long next = from;
    while (System.nanoTime() - startNanos < TIME_LIMIT.toNanos()) {
      List<StoredLine> lines = logs.lines(build, next, AT_ONCE);
      if (lines.isEmpty()) {
        return new LogMatches(found, Optional.empty());
      }
      for (StoredLine line : lines) {
        next = line.number() + 1;
        if (wanted.test(plain(line.text()))) {
          found.add(line.number());
          if (found.size() == MAX_MATCHES) {
            return new LogMatches(found, Optional.of(next));
          }
        }
      }
    }
    return new LogMatches(found, Optional.of(next));
  }

  private static String plain(String text) {
    return text.indexOf('\u001b') < 0 ? text : CONTROL_SEQUENCE.matcher(text).replaceAll("");
  }
}
