package io.vespene.core.project;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a {@code known_hosts} file.
 *
 * @see <a href="https://man.openbsd.org/sshd.8#SSH_KNOWN_HOSTS_FILE_FORMAT">sshd(8)</a>
 */
final class HostKeyLine {
  private static final int MAX_LENGTH = 8_000;
  private static final Pattern LINE =
      Pattern.compile(
          "(?:@(?:cert-authority|revoked) +)?[!-~]+ +(?<type>[a-z0-9@.-]+) +"
              + "(?<key>[A-Za-z0-9+/]+={0,2})(?: [^\\p{Cntrl}]*)?");

  private HostKeyLine() {}

  /** What is wrong with it. */
  static Optional<String> problem(String line) {
    Matcher parts = LINE.matcher(line);
    boolean valid =
        line.length() <= MAX_LENGTH
            && !line.startsWith("#")
            && parts.matches()
            && typeOf(parts.group("key")).equals(Optional.of(parts.group("type")));
    return valid
        ? Optional.empty()
        : Optional.of(
            "must be lines such as 'git.example.com ssh-ed25519 AAAA…', as ssh-keyscan prints them");
  }

  /** The type that a public key names itself. */
  private static Optional<String> typeOf(String key) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(key));
      int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
      return length < 0 || length >= bytes.remaining()
          ? Optional.empty()
          : Optional.of(
              new String(bytes.array(), Integer.BYTES, length, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
