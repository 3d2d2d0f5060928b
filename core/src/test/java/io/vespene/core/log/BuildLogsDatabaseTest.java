package io.vespene.core.log;

import static io.vespene.core.log.TestFrames.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.claim.Claim;
import io.vespene.core.log.AppendResult.Stored;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestWorker;
import io.vespene.protocol.log.LogFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildLogsDatabaseTest {
  private TestEngine engine;
  private TestWorker worker;
  private Claim claim;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    WorkerPool pool = engine.pool("general");
    worker = engine.worker("w1", pool);
    engine.start(engine.project("hello", pool));
    claim = worker.take();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void framesAreStoredOnceInOrder() {
    LogFrame first = lines(0, 1, "one\n", "two\n");
    LogFrame second = lines(1, 3, "three\n");
    LogFrame third = lines(2, 4, "four\n");

    assertThat(worker.append(claim, first)).isEqualTo(new Stored(1));
    assertThat(worker.append(claim, first)).as("a repetition").isEqualTo(new Stored(1));
    assertThat(worker.append(claim, third)).as("a gap").isEqualTo(new Stored(1));
    assertThat(worker.append(claim, first, second, third))
        .as("partly known")
        .isEqualTo(new Stored(3));
    assertThat(worker.append(claim)).as("nothing").isEqualTo(new Stored(3));
    assertThat(texts(1, 10)).containsExactly("one", "two", "three", "four");
    assertThat(engine.build(claim.build()).log())
        .isEqualTo(new io.vespene.core.build.LogSize(3, 4, 19));
  }

  @Test
  void whatFollowsAGapIsNotStored() {
    assertThat(worker.append(claim, lines(0, 1, "one\n"), lines(2, 2, "x\n")))
        .isEqualTo(new Stored(1));
    assertThat(texts(1, 10)).containsExactly("one");
  }

  @Test
  void linesAreReadByNumberAnywhere() {
    for (int chunk = 0; chunk < 100; chunk++) {
      int first = chunk * 10 + 1;
      var pieces = new String[10];
      for (int line = 0; line < 10; line++) {
        pieces[line] = "line " + (first + line) + "\n";
      }
      worker.append(claim, lines(chunk, first, pieces));
    }

    assertThat(texts(777, 3)).containsExactly("line 777", "line 778", "line 779");
    assertThat(texts(1, 1)).containsExactly("line 1");
    assertThat(texts(996, 100)).hasSize(5).last().isEqualTo("line 1000");
    assertThat(texts(1001, 100)).isEmpty();
    assertThat(texts(-5, 2)).containsExactly("line 1", "line 2");
    assertThat(texts(5, 0)).isEmpty();
    StoredLine line = logs().lines(claim.build(), 12, 1).getFirst();
    assertThat(line.number()).isEqualTo(12);
    assertThat(line.at()).isEqualTo(TestFrames.AT.plusMillis(10));
    assertThat(line.finished()).isTrue();
  }

  @Test
  void aLineThatCameInPiecesIsWhole() throws IOException {
    worker.append(claim, lines(0, 1, "first\n", "down"));
    worker.append(claim, lines(1, 3, "+loa"), lines(2, 3, "+ding\n", "last"));

    assertThat(texts(1, 10)).containsExactly("first", "downloading", "last");
    assertThat(texts(2, 1)).containsExactly("downloading");
    assertThat(logs().lines(claim.build(), 3, 1).getFirst().finished()).isFalse();
    assertThat(raw()).isEqualTo("first\ndownloading\nlast");
  }

  @Test
  void rawOutputIsByteExact() throws IOException {
    var expected = new ByteArrayOutputStream();
    for (int chunk = 0; chunk < 50; chunk++) {
      String text = "\u001b[31mé " + chunk + "\r\n";
      worker.append(claim, lines(chunk, chunk + 1, text));
      expected.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(raw()).isEqualTo(expected.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aViewerFollows() {
    worker.append(claim, lines(0, 1, "one\n", "tw"));
    LogTail first = logs().tail(claim.build(), 0, 100);
    assertThat(first.lines()).extracting(StoredLine::text).containsExactly("one", "tw");
    assertThat(logs().tail(claim.build(), first.nextSequence(), 100).lines()).isEmpty();

    worker.append(claim, lines(1, 3, "+o"), lines(2, 3, "+!\n", "three\n"));
    LogTail second = logs().tail(claim.build(), first.nextSequence(), 100);
    assertThat(second.lines()).extracting(StoredLine::text).containsExactly("two!", "three");
    assertThat(second.lines()).extracting(StoredLine::number).containsExactly(2L, 3L);
    assertThat(second.nextSequence()).isEqualTo(3);
  }

  @Test
  void aViewerReadsALongLogInParts() {
    for (int chunk = 0; chunk < 40; chunk++) {
      worker.append(claim, lines(chunk, chunk + 1, "line\n"));
    }
    long next = 0;
    int lines = 0;
    while (true) {
      LogTail tail = logs().tail(claim.build(), next, 10);
      if (tail.lines().isEmpty()) {
        break;
      }
      assertThat(tail.lines()).hasSizeLessThanOrEqualTo(10);
      lines += tail.lines().size();
      next = tail.nextSequence();
    }
    assertThat(lines).isEqualTo(40);
  }

  @Test
  void sectionsAreTimedAndFailuresKept() {
    Instant start = TestFrames.AT;
    worker.append(
        claim,
        new LogFrame.SectionStarted(0, 0, "checkout", "Checkout", start),
        lines(1, 1, "cloning\n"),
        new LogFrame.SectionEnded(2, 0, Optional.of("no such branch"), start.plusSeconds(3)),
        new LogFrame.SectionStarted(3, 1, "script", "Script\0", start.plusSeconds(3)));

    assertThat(logs().sections(claim.build()))
        .containsExactly(
            new LogSection(
                0,
                "checkout",
                "Checkout",
                start,
                Optional.of(start.plusSeconds(3)),
                Optional.of("no such branch"),
                1),
            new LogSection(
                1,
                "script",
                "Script\uFFFD",
                start.plusSeconds(3),
                Optional.empty(),
                Optional.empty(),
                2));
  }

  @Test
  void theSourceIsRecordedOnTheBuild() {
    worker.append(
        claim,
        new LogFrame.SourceRecorded(0, "abc123", "Alice <a@b.c>", "x".repeat(20_000), "main"));

    var source = engine.build(claim.build()).checkedOut().orElseThrow();
    assertThat(source.revision()).isEqualTo("abc123");
    assertThat(source.author()).isEqualTo("Alice <a@b.c>");
    assertThat(source.message()).hasSize(10_000);
    assertThat(source.branch()).isEqualTo("main");
  }

  @Test
  void framesThatContradictTheLogAreRefused() {
    worker.append(claim, lines(0, 1, "one\n"));

    refused(lines(1, 7, "skips lines\n"));
    refused(lines(1, 1, "repeats a line number\n"));
    refused(lines(1, 2, "two\n"), lines(2, 9, "skips lines\n"));
    refused(new LogFrame.SectionStarted(1, -1, "script", "Script", TestFrames.AT));
    refused(part(1, 2, Integer.MAX_VALUE, 5));
    refused(part(1, 2, 1, -5));
    refused(part(-1, 2, 1, 5));
    assertThat(engine.build(claim.build()).log().nextSequence()).isEqualTo(1);
  }

  @Test
  void rubbishInAChunkSpoilsOnlyThatChunk() throws IOException {
    worker.append(claim, lines(0, 1, "one\n"));
    worker.append(claim, part(1, 2, 1, 5));
    worker.append(claim, lines(2, 3, "three\n"));

    assertThat(texts(1, 10)).hasSize(3).startsWith("one").endsWith("three");
    assertThat(raw()).startsWith("one\n").endsWith("three\n");
  }

  private static LogFrame part(long sequence, long firstLine, int lineCount, long rawBytes) {
    return new LogFrame.Lines(
        sequence, 0, firstLine, lineCount, rawBytes, TestFrames.AT, ByteBuffer.wrap(new byte[9]));
  }

  private void refused(LogFrame... frames) {
    assertThatThrownBy(() -> worker.append(claim, frames)).isInstanceOf(InvalidInput.class);
  }

  private BuildLogs logs() {
    return engine.core().logs();
  }

  private List<String> texts(long from, int limit) {
    return logs().lines(claim.build(), from, limit).stream().map(StoredLine::text).toList();
  }

  private String raw() throws IOException {
    var out = new ByteArrayOutputStream();
    logs().copyRaw(claim.build(), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
