package io.vespene.server.view;

import io.vespene.core.build.BuildStatus;
import java.util.Locale;
import java.util.Optional;

/**
 * Which builds the list shows, as its address says it.
 *
 * @param project name or number of a project; empty for all
 * @param pool name of a pool; empty for all
 */
public record BuildQuery(Optional<BuildStatus> status, String project, String pool) {
  /** Reads an address; a status that does not exist is any status. */
  public static BuildQuery parse(String status, String project, String pool) {
    for (BuildStatus known : BuildStatus.values()) {
      if (known.name().equals(status.toUpperCase(Locale.ROOT))) {
        return new BuildQuery(Optional.of(known), project.strip(), pool.strip());
      }
    }
    return new BuildQuery(Optional.empty(), project.strip(), pool.strip());
  }

  public boolean isEmpty() {
    return status.isEmpty() && project.isEmpty() && pool.isEmpty();
  }

  /** The address of the list from its newest build. */
  public Link link() {
    return new Link("/builds")
        .with("status", status.map(Enum::name).orElse(""))
        .with("project", project)
        .with("pool", pool);
  }

  /** The address of the part that this cursor begins. */
  public Link link(long cursor) {
    return link().with("cursor", Long.toString(cursor));
  }
}
