package io.vespene.server.view;

import io.vespene.core.search.SearchHit;
import java.util.List;

/**
 * What a search has found.
 *
 * @param build the number of the build that was asked for, or 0
 * @param more whether there is more than is shown
 */
public record Finds(String text, long build, List<SearchHit> hits, boolean more) {
  public Finds {
    hits = List.copyOf(hits);
  }

  public boolean isEmpty() {
    return build == 0 && hits.isEmpty();
  }

  /** The address of what was found. */
  public static String page(SearchHit hit) {
    return switch (hit.kind()) {
      case WORKER -> "/workers/" + hit.id();
      case PROJECT, WORKER_POOL, SNIPPET, VARIABLE_SET, SSH_KEY, SERVICE_LOGIN ->
          kind(hit).page(hit.id());
    };
  }

  /** What kind of thing it is. */
  public static ObjectKind kind(SearchHit hit) {
    return switch (hit.kind()) {
      case PROJECT -> ObjectKind.PROJECT;
      case WORKER_POOL -> ObjectKind.POOL;
      case WORKER -> ObjectKind.WORKER;
      case SNIPPET -> ObjectKind.SNIPPET;
      case VARIABLE_SET -> ObjectKind.VARIABLE_SET;
      case SSH_KEY -> ObjectKind.SSH_KEY;
      case SERVICE_LOGIN -> ObjectKind.SERVICE_LOGIN;
    };
  }
}
