package io.vespene.worker.fileserving;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first the first byte, from 0
 * @param length how many bytes; 0 only when nothing of the range is there
 */
record ByteRange(long first, long length) {
  private static final Pattern ONE =
      Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})", Pattern.CASE_INSENSITIVE);

  /**
   * What a {@code Range} header names of a file.
   *
   * @return empty for the whole file: there is no header, or one that may be ignored
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110</a>
   */
  static Optional<ByteRange> of(Optional<String> header, long size) {
    Optional<Matcher> matcher = header.map(ONE::matcher).filter(Matcher::matches);
    if (matcher.isEmpty()) {
      return Optional.empty();
    }
    String first = matcher.get().group(1);
    String last = matcher.get().group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? Optional.empty() : Optional.of(ending(Long.parseLong(last), size));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(from, Math.max(0, to - from + 1)));
  }

  private static ByteRange ending(long wanted, long size) {
    long length = Math.min(wanted, size);
    return new ByteRange(size - length, length);
  }
}
