package io.vespene.server.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A page of a list of objects.
 *
 * @param rows of this page
 * @param search what the objects must contain; may be empty
 * @param found how many do
 * @param all how many there are
 * @param page from 1
 */
public record ObjectList<T>(
    ObjectKind kind, List<T> rows, String search, int found, int all, int page) {
  private static final int PAGE_SIZE = 100;

  public ObjectList {
    rows = List.copyOf(rows);
  }

  /**
   * Chooses what is to be shown.
   *
   * @param words what of an object is searched
   * @param page the last one is taken when there are not so many
   */
  public static <T> ObjectList<T> choose(
      ObjectKind kind, List<T> all, Function<T, List<String>> words, String search, int page) {
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    List<T> found =
        wanted.isEmpty()
            ? all
            : all.stream().filter(row -> contains(words.apply(row), wanted)).toList();
    int shown = Math.clamp(page, 1, pages(found.size()));
    List<T> rows = found.stream().skip((shown - 1L) * PAGE_SIZE).limit(PAGE_SIZE).toList();
    return new ObjectList<>(kind, rows, search.strip(), found.size(), all.size(), shown);
  }

  private static boolean contains(List<String> words, String wanted) {
    return words.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** At least 1. */
  public int pages() {
    return pages(found);
  }

  /** The address of this page. */
  public String link() {
    return link(page);
  }

  /** The address of another page of the same search. */
  public String link(int other) {
    return new Link(kind.path())
        .with("search", search)
        .with("page", other == 1 ? "" : Integer.toString(other))
        .toString();
  }

  /** How many objects were found, and of how many. */
  public String count() {
    return found == all ? SizeText.count(all, kind.one()) : "%,d of %,d".formatted(found, all);
  }

  private static int pages(int found) {
    return Math.max(1, Math.ceilDiv(found, PAGE_SIZE));
  }
}
