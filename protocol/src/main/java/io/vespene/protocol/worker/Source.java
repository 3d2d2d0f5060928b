package io.vespene.protocol.worker;

import java.util.Optional;

/**
 * What to check out.
 *
 * @param type {@code git}, {@code none} or the name of another source-control plugin
 * @param url empty when there is no repository
 * @param branch empty for the repository's default
 * @param revision the full revision wanted, when the build was started for a certain one
 * @param timeoutSeconds how long the checkout may take
 */
public record Source(
    String type,
    String url,
    String branch,
    Optional<String> revision,
    boolean submodules,
    long timeoutSeconds) {}
