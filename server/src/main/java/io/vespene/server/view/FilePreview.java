package io.vespene.server.view;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a page shows of a file's content. */
public sealed interface FilePreview {
  /** So much of a file is looked at. */
  int BYTES = 256 * 1024;

  /** It is neither text nor an image, or a directory. */
  record Nothing() implements FilePreview {}

  /**
   * It is text.
   *
   * @param whole whether it is all of the file
   */
  record Text(String text, boolean whole) implements FilePreview {}

  /** It is an image that browsers show without running anything. */
  record Image() implements FilePreview {}

  /**
   * What can be shown of a file.
   *
   * @param start its first bytes, as many as {@link #BYTES} at most
   * @param size of the whole file
   */
  static FilePreview of(byte[] start, long size) {
    if (ImageType.of(start).isPresent()) {
      return size <= ImageType.MAX_BYTES ? new Image() : new Nothing();
    }
    boolean whole = start.length >= size;
    return text(start, whole)
        .<FilePreview>map(text -> new Text(text, whole))
        .orElseGet(Nothing::new);
  }

  private static Optional<String> text(byte[] bytes, boolean whole) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    // Where the part ends inside a character, that one is left out.
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, whole);
    String found = text.flip().toString();
    return result.isError() || found.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(found);
  }
}
