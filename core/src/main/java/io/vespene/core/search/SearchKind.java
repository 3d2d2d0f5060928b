package io.vespene.core.search;

import java.util.Locale;

/** What can be looked for, in the order in which equally good finds are told. */
public enum SearchKind {
  PROJECT,
  WORKER_POOL,
  WORKER,
  SNIPPET,
  VARIABLE_SET,
  SSH_KEY,
  SERVICE_LOGIN;

  /** The kind that the database calls so. */
  static SearchKind parse(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
