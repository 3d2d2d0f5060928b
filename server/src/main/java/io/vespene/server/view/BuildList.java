package io.vespene.server.view;

import java.util.List;
import java.util.Optional;

/**
 * A page of the list of builds.
 *
 * @param pools names to choose from
 * @param next where older builds are; empty on the last page
 * @param first whether this is the page with the newest builds
 * @param problem why nothing was looked for
 */
public record BuildList(
    BuildQuery query,
    BuildRows rows,
    List<String> pools,
    Optional<Link> next,
    boolean first,
    Optional<String> problem) {
  public BuildList {
    pools = List.copyOf(pools);
  }
}
