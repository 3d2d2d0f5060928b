package io.vespene.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.log.LogComparison.Hunk;
import io.vespene.core.log.LogComparison.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompareLogsTest {
  @Test
  void equalLogsDoNotDiffer() {
    LogComparison comparison = compare(List.of("a", "b"), List.of("a", "b"));

    assertThat(comparison.hunks()).isEmpty();
    assertThat(comparison.whole()).isTrue();
  }

  @Test
  void numbersAndColoursMakeNoDifference() {
    List<String> older = List.of("took 12 ms", "\u001b[32mdone\u001b[0m");

    assertThat(compare(older, List.of("took 7 ms", "done")).hunks()).isEmpty();
  }

  @Test
  void whatIsNewAndWhatIsGoneIsToldWithAFewLinesAroundIt() {
    var older = new ArrayList<>(lines("line", 100));
    var newer = new ArrayList<>(older);
    newer.set(50, "error: no such file");
    newer.removeLast();

    LogComparison comparison = compare(older, newer);

    assertThat(comparison.added()).isEqualTo(1);
    assertThat(comparison.removed()).isEqualTo(2);
    assertThat(comparison.hunks()).hasSize(2);
    assertThat(shown(comparison.hunks().getFirst()))
        .containsExactly(
            "48 48 line av",
            "49 49 line aw",
            "50 50 line ax",
            "51 - line ay",
            "- 51 error: no such file",
            "52 52 line az",
            "53 53 line ba",
            "54 54 line bb");
    assertThat(shown(comparison.hunks().getLast())).endsWith("100 - line " + letters(99));
  }

  @Test
  void linesThatRepeatFindTheirPartnersBetweenLandmarks() {
    var older = List.of("{", "one", "}", "{", "two", "}", "{", "three", "}");
    var newer = List.of("{", "one", "}", "{", "new", "}", "{", "three", "}");

    LogComparison comparison = compare(older, newer);

    assertThat(comparison.added()).isEqualTo(1);
    assertThat(comparison.removed()).isEqualTo(1);
  }

  @Test
  void aFailedLogThatBreaksOffIsComparedInNoTime() {
    List<String> older = lines("step", LogComparison.MAX_LINES);

    LogComparison comparison = compare(older, older.subList(0, 100));

    assertThat(comparison.removed()).isEqualTo(LogComparison.MAX_LINES - 100);
    assertThat(comparison.hunks().getFirst().rows()).hasSize(LogComparison.MAX_ROWS);
    assertThat(comparison.whole()).isFalse();
  }

  @Test
  void onlyTheFirstLinesAreCompared() {
    List<String> older = lines("step", LogComparison.MAX_LINES);
    var newer = new ArrayList<>(older);
    newer.add("more");

    LogComparison comparison = compare(older, newer);

    assertThat(comparison.hunks()).isEmpty();
    assertThat(comparison.whole()).isFalse();
  }

  private static LogComparison compare(List<String> older, List<String> newer) {
    return CompareLogs.compare(head(older), head(newer));
  }

  private static LogHead head(List<String> texts) {
    return LogHead.read(from ->
        IntStream.range((int) from - 1, Math.min(texts.size(), (int) from + 999))
            .mapToObj(index -> new StoredLine(index + 1L, 0, Instant.EPOCH, texts.get(index), true))
            .toList());
  }

  private static List<String> lines(String word, int count) {
    return IntStream.range(0, count).mapToObj(index -> word + " " + letters(index)).toList();
  }

  /** A different word for each number, without digits. */
  private static String letters(int number) {
    return number < 26
        ? Character.toString('a' + number)
        : letters(number / 26 - 1) + Character.toString('a' + number % 26);
  }

  private static List<String> shown(Hunk hunk) {
    return hunk.rows().stream().map(CompareLogsTest::shown).toList();
  }

  private static String shown(Row row) {
    return "%s %s %s"
        .formatted(
            row.older() == 0 ? "-" : row.older(), row.newer() == 0 ? "-" : row.newer(), row.text());
  }
}
