package io.vespene.protocol.worker;

import java.util.List;
import java.util.Optional;

/**
 * What to check out.
 *
 * @param type {@code git}, {@code none} or the name of another source-control plugin
 * @param url empty when there is no repository
 * @param branch empty for the repository's default
 * @param revision the full revision wanted, when the build was started for a certain one
 * @param login for the repository's host
 * @param hostKeys the lines of a {@code known_hosts} file, when only these keys of SSH servers are
 *     to be trusted
 * @param timeoutSeconds how long the checkout may take
 */
public record Source(
    String type,
    String url,
    String branch,
    Optional<String> revision,
    boolean submodules,
    Optional<LoginMaterial> login,
    List<String> hostKeys,
    long timeoutSeconds) {
  public Source {
    hostKeys = List.copyOf(hostKeys);
  }

  /** Has nothing to check out. */
  public static final Source NONE =
      new Source("none", "", "", Optional.empty(), true, Optional.empty(), List.of(), 600);
}
