package io.vespene.server.files;

import java.util.Optional;
import java.util.function.LongFunction;

/**
 * How people get to the files of builds.
 *
 * @param enabled whether servers show them
 * @param throughServer whether servers hand files on, instead of sending browsers to the workers
 * @param elsewhere where a trigger has published a build's files; that is linked instead
 */
public record FileLinks(
    boolean enabled, boolean throughServer, Optional<LongFunction<String>> elsewhere) {
  /** Files are shown, and browsers sent to the workers for them. */
  public static final FileLinks DEFAULT = new FileLinks(true, false, Optional.empty());

  /** The link of a build's globe, if it has one. */
  public Optional<String> globe(long build) {
    return elsewhere
        .map(link -> link.apply(build))
        .or(() -> enabled ? Optional.of("/builds/" + build + "/files") : Optional.empty());
  }
}
