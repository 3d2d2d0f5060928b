package io.vespene.core.search;

import io.vespene.core.database.Database;
import java.util.List;
import java.util.Locale;

/** Looks through the names and descriptions of all objects. */
public final class Search {
  private final Database database;

  public Search(Database database) {
    this.database = database;
  }

  /**
   * Objects whose name or description contains a text, whatever its case: those of exactly this
   * name first, then those whose name begins so, then those whose name contains it.
   *
   * @param text nothing is found for an empty one
   * @param limit at most so many
   */
  public List<SearchHit> find(String text, int limit) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    // PostgreSQL can't even be asked for a text with NUL.
    return wanted.isEmpty() || wanted.indexOf('\0') >= 0
        ? List.of()
        : database.inTransaction(handle -> new SearchStore(handle).find(wanted, limit));
  }
}
