package io.vespene.protocol.files;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request with a server's signature, as it travels: valid for one process of one worker, one
 * build, one action, one path, and for a minute.
 *
 * <p>Whoever has the address may use it, so servers hand it only to those who may see the build.
 *
 * @param expires until when it is valid, in seconds since 1970
 */
public record SignedFileRequest(FileRequest request, long expires, String signature) {
  /** All addresses begin so. */
  public static final String PREFIX = "/files/v1/";

  /** A header of every answer: proof that it comes from the worker that was asked. */
  public static final String PROOF_HEADER = "Vespene-Files-Proof";

  /** How far a server's clock may be ahead of the worker's. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final Pattern BUILD = Pattern.compile(PREFIX + "([1-9][0-9]{0,17})");
  private static final Pattern QUERY =
      Pattern.compile(
          "action=(look|read|zip)&path=([^&]*)&expires=([0-9]{1,12})&signature=([A-Za-z0-9_-]{43})");

  /** What to ask the worker's port for: path and query. */
  public String address() {
    return PREFIX
        + request.build()
        + "?action="
        + request.action().word()
        + "&path="
        + URLEncoder.encode(request.path(), StandardCharsets.UTF_8)
        + "&expires="
        + expires
        + "&signature="
        + signature;
  }

  /**
   * The request behind an address, if it is signed with this key and has not expired.
   *
   * @param path as it was asked for, still encoded
   * @param query as it was asked for, still encoded
   * @param now by the worker's clock
   */
  public static Optional<SignedFileRequest> verify(
      String path, String query, String key, Instant now) {
    Matcher build = BUILD.matcher(path);
    Matcher fields = QUERY.matcher(query);
    if (!build.matches() || !fields.matches()) {
      return Optional.empty();
    }
    return decode(fields.group(2))
        .map(file ->
            new SignedFileRequest(
                new FileRequest(
                    Long.parseLong(build.group(1)),
                    FileAction.valueOf(fields.group(1).toUpperCase(Locale.ROOT)),
                    file),
                Long.parseLong(fields.group(3)),
                fields.group(4)))
        .filter(signed -> signed.isValid(key, now.getEpochSecond()));
  }

  private boolean isValid(String key, long now) {
    long latest = now + FileRequest.VALIDITY.plus(SKEW).toSeconds();
    String right = FileSignature.of(key, request.signedText(expires));
    return FileSignature.areEqual(right, signature) && expires > now && expires <= latest;
  }

  private static Optional<String> decode(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What the {@link #PROOF_HEADER} of an answer to this must hold. */
  public String proof(String key) {
    return FileSignature.of(key, "vespene-files-answer-1\n" + signature);
  }

  /** Whether this header can only come from somebody who has the key. */
  public boolean isProof(String key, String header) {
    return FileSignature.areEqual(proof(key), header);
  }

  @Override
  public String toString() {
    return "SignedFileRequest[request=" + request + ", signature=***]";
  }
}
