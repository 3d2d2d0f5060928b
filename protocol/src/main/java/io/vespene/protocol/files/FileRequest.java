package io.vespene.protocol.files;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that a server wants to have of a build's directory, or lets a browser have.
 *
 * @param path from the build's directory, parted by slashes; empty for that directory itself
 */
public record FileRequest(long build, FileAction action, String path) {
  /** How long a signed address is valid. */
  public static final Duration VALIDITY = Duration.ofSeconds(60);

  /**
   * Signs it with the key of the worker that has the build's directory.
   *
   * @param now by the server's clock
   */
  public SignedFileRequest sign(String key, Instant now) {
    long expires = now.plus(VALIDITY).getEpochSecond();
    return new SignedFileRequest(this, expires, FileSignature.of(key, signedText(expires)));
  }

  /** All that a signature holds for. The path stands last, so that it can't pass for a field. */
  String signedText(long expires) {
    return String.join(
        "\n",
        "vespene-files-1",
        "GET",
        Long.toString(build),
        action.word(),
        Long.toString(expires),
        path);
  }
}
