package io.vespene.worker.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
  private record Line(String text, boolean continues, boolean newline) {}

  private final List<Line> lines = new ArrayList<>();
  private final LineSplitter splitter =
      new LineSplitter((bytes, offset, length, continues, newline) ->
          lines.add(
              new Line(
                  new String(bytes, offset, length, StandardCharsets.ISO_8859_1),
                  continues,
                  newline)));

  @Test
  void linesMayComeInPieces() {
    accept("one\ntw");
    accept("o\n");
    assertThat(lines).containsExactly(new Line("one", false, true), new Line("two", false, true));
  }

  @Test
  void aFlushedLineIsContinuedAfterwards() {
    accept("Continue? ");
    splitter.flush();
    accept("yes\nnext\n");
    assertThat(lines)
        .containsExactly(
            new Line("Continue? ", false, false),
            new Line("yes", true, true),
            new Line("next", false, true));
  }

  @Test
  void aNewlineAloneEndsWhatWasFlushed() {
    accept("50 %");
    splitter.flush();
    accept("\n");
    assertThat(lines).containsExactly(new Line("50 %", false, false), new Line("", true, true));
  }

  @Test
  void whatFollowsAnEndBeginsANewLine() {
    accept("half");
    splitter.end();
    accept("other\n");
    assertThat(lines)
        .containsExactly(new Line("half", false, false), new Line("other", false, true));
  }

  @Test
  void aLineOfExactlyTheLimitIsWhole() {
    accept("x".repeat(LineSplitter.MAX_LINE_BYTES) + "\n");
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().newline()).isTrue();
  }

  @Test
  void aLongerLineBecomesSeveral() {
    accept("x".repeat(LineSplitter.MAX_LINE_BYTES + 1) + "\n");
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).text()).hasSize(LineSplitter.MAX_LINE_BYTES);
    assertThat(lines.get(0).newline()).isFalse();
    assertThat(lines.get(1)).isEqualTo(new Line("x", false, true));
  }

  @Test
  void aProgressBarWithoutEndIsSplitToo() {
    for (int piece = 0; piece < 100; piece++) {
      accept("y".repeat(1000) + "\r");
      splitter.flush();
    }
    assertThat(lines).filteredOn(line -> !line.continues()).hasSize(2);
    assertThat(lines).allMatch(line -> line.text().length() <= LineSplitter.MAX_LINE_BYTES);
  }

  @Test
  void noByteIsLostHoweverTheyCome() {
    var random = new Random(1);
    var all = new ByteArrayOutputStream();
    for (int piece = 0; piece < 2000; piece++) {
      var bytes = new byte[random.nextInt(3000)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        java.util.Arrays.fill(bytes, (byte) 'a');
      }
      all.writeBytes(bytes);
      splitter.accept(bytes, 0, bytes.length);
      if (random.nextInt(5) == 0) {
        splitter.flush();
      }
    }
    splitter.end();
    var again = new StringBuilder();
    lines.forEach(line -> again.append(line.text()).append(line.newline() ? "\n" : ""));
    assertThat(again.toString()).isEqualTo(all.toString(StandardCharsets.ISO_8859_1));
  }

  private void accept(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    splitter.accept(bytes, 0, bytes.length);
  }
}
