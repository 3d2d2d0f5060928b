package io.vespene.core.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** The statement that searches. */
final class SearchStore {
  private final Handle handle;

  SearchStore(Handle handle) {
    this.handle = handle;
  }

  /** Needs a transaction. */
  List<SearchHit> find(String lowerCaseText, int limit) {
    // The index of words can't be read in any other way.
    handle.execute("SET LOCAL enable_bitmapscan = on");
    return handle
        .createQuery(
            """
            SELECT kind, object_id, name, description
            FROM search_entries
            WHERE words LIKE '%' || :escaped || '%'
            ORDER BY lower(name) = :text DESC,
                     lower(name) LIKE :escaped || '%' DESC,
                     lower(name) LIKE '%' || :escaped || '%' DESC,
                     array_position(:kinds, kind), name, object_id
            LIMIT :limit
            """)
        .bind("text", lowerCaseText)
        .bind("escaped", escape(lowerCaseText))
        .bindArray("kinds", String.class, kinds())
        .bind("limit", limit)
        .map((row, _) ->
            new SearchHit(
                SearchKind.parse(row.getString("kind")),
                row.getLong("object_id"),
                row.getString("name"),
                row.getString("description")))
        .list();
  }

  private static Object[] kinds() {
    return Arrays.stream(SearchKind.values())
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .toArray();
  }

  /** Signs that LIKE would take for something else. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
