package io.vespene.worker.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.LineFilter;
import io.vespene.protocol.log.LineUnpacker;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.log.LogFrames;
import io.vespene.protocol.log.LogLine;
import io.vespene.worker.mask.SecretMask;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
  private static final LogLimits ROOMY = new LogLimits(1 << 30, 1 << 30);

  @TempDir Path directory;

  @Test
  void framesAreNumberedWithoutGaps() throws Exception {
    try (BuildLog log = open(ROOMY)) {
      log.startSection("script", "Script", Instant.EPOCH);
      print(log, "one\n");
      log.endSection(Optional.empty());
      assertThat(log.end()).isEqualTo(3);
      assertThat(take(log)).extracting(LogFrame::sequence).containsExactly(0L, 1L, 2L);
    }
  }

  @Test
  void linesAreNumberedFromOneAcrossChunks() throws Exception {
    try (BuildLog log = open(ROOMY)) {
      for (int line = 0; line < 5000; line++) {
        print(log, "x".repeat(79) + "\n");
      }
      log.end();
      long next = 1;
      for (LogFrame frame : take(log)) {
        var lines = (LogFrame.Lines) frame;
        assertThat(lines.firstLine()).isEqualTo(next);
        assertThat(lines.rawBytes()).isLessThanOrEqualTo(LineChunk.MAX_RAW_BYTES);
        next += lines.lineCount();
      }
      assertThat(next).isEqualTo(5001);
    }
  }

  @Test
  void aWaitingPromptIsSentUnfinished() throws Exception {
    try (BuildLog log = open(ROOMY)) {
      print(log, "Continue? ");
      assertThat(lines(take(log)))
          .singleElement()
          .satisfies(line -> assertThat(line.newline()).isFalse());
    }
  }

  @Test
  void aFilterThatFailsIsLeftOutAndTheBuildGoesOn() throws Exception {
    LineFilter failing =
        line -> {
          if (line.equals("two")) {
            throw new IllegalStateException("no twos");
          }
          return Optional.of("<" + line + ">");
        };
    try (var log =
        new BuildLog(spool(), ROOMY, List.of(failing), SecretMask.NONE, Clock.systemUTC())) {
      print(log, "one\ntwo\nthree\n");
      log.end();
      List<String> texts = texts(take(log));
      assertThat(texts).hasSize(4).startsWith("<one>").endsWith("two", "three");
      assertThat(texts.get(1)).contains("output plugin").contains("left out");
    }
  }

  @Test
  void noFrameHoldsASecret() throws Exception {
    SecretMask mask = SecretMask.of(List.of("hunter2"));
    try (var log = new BuildLog(spool(), ROOMY, List.of(), mask, Clock.systemUTC())) {
      log.startSection("script", "Checkout with hunter2", Instant.EPOCH);
      print(log, "a hunt");
      print(log, "er2 b\n" + "x".repeat(LineSplitter.MAX_LINE_BYTES - 3) + "hunter2\n");
      log.recordSource("hunter2", "hunter2", "hunter2\n\nhunter2", "hunter2");
      log.endSection(Optional.of("hunter2 is wrong"));
      log.end();
      List<LogFrame> frames = take(log);
      assertThat(frames.toString()).contains("••••••").doesNotContain("hunter2");
      List<String> texts = texts(frames);
      assertThat(texts).first().isEqualTo("a •••••• b");
      assertThat(String.join("", texts)).endsWith("x••••••").doesNotContain("hunt", "ter2");
    }
  }

  @Test
  void outputBeyondTheLimitIsDroppedWithOneNotice() throws Exception {
    try (BuildLog log = open(new LogLimits(20, 1 << 20))) {
      print(log, "123456789\n123456789\nthis is too much\nand this\n");
      log.endSection(Optional.empty());
      log.end();
      assertThat(texts(take(log)))
          .containsExactly(
              "123456789",
              "123456789",
              "The log limit of 20 bytes is reached: what follows is dropped.");
    }
  }

  @Test
  void filtersChangeAndDropLines() throws Exception {
    LineFilter filter =
        line -> line.contains("secret") ? Optional.empty() : Optional.of("> " + line);
    try (var log =
        new BuildLog(spool(), ROOMY, List.of(filter), SecretMask.NONE, Clock.systemUTC())) {
      print(log, "one\nsec");
      print(log, "ret\ntwo");
      log.end();
      assertThat(texts(take(log))).containsExactly("> one", "> two");
    }
  }

  @Test
  void aServerThatForgetsGetsFramesAgain() throws Exception {
    try (BuildLog log = open(ROOMY)) {
      for (int section = 0; section < 100; section++) {
        log.startSection("script", "Script " + section, Instant.EPOCH);
        log.endSection(Optional.empty());
      }
      log.end();
      for (long kept : List.of(200L, 3L, 100L, 97L, 0L, 199L)) {
        log.storedBefore(kept);
        List<LogFrame> again = kept == 200 ? List.of() : take(log);
        assertThat(again).hasSize((int) (200 - kept));
        if (!again.isEmpty()) {
          assertThat(again.getFirst().sequence()).isEqualTo(kept);
        }
      }
    }
  }

  @Test
  void aScriptWaitsWhenTooMuchWaitsForAServer() throws Exception {
    try (BuildLog log = open(new LogLimits(1 << 30, 1000))) {
      var printed = new CountDownLatch(1);
      Thread script =
          Thread.ofPlatform()
              .start(() -> {
                var random = new java.util.Random(1);
                for (int piece = 0; piece < 10; piece++) {
                  var bytes = new byte[70_000];
                  random.nextBytes(bytes);
                  log.accept(bytes, 0, bytes.length);
                }
                printed.countDown();
                log.end();
              });
      assertThat(printed.await(200, TimeUnit.MILLISECONDS)).isFalse();
      for (List<LogFrame> frames = take(log); !frames.isEmpty(); frames = take(log)) {
        log.storedBefore(frames.getLast().sequence() + 1);
      }
      script.join();
      assertThat(printed.getCount()).isZero();
    }
  }

  @Test
  void aFullDiskBreaksTheLogAndNothingElse() throws Exception {
    Path missing = directory.resolve("missing/spool");
    try (var log = new BuildLog(missing, ROOMY, List.of(), SecretMask.NONE, Clock.systemUTC())) {
      log.startSection("script", "Script", Instant.EPOCH);
      assertThat(log.broken()).isCompleted();
      print(log, "one\n");
      assertThat(log.end()).isZero();
    }
  }

  @Test
  void theSpoolIsGoneInTheEnd() throws Exception {
    BuildLog log = open(ROOMY);
    print(log, "one\n");
    log.end();
    assertThat(spool()).exists();
    log.close();
    assertThat(spool()).doesNotExist();
  }

  private BuildLog open(LogLimits limits) {
    return new BuildLog(spool(), limits, List.of(), SecretMask.NONE, Clock.systemUTC());
  }

  private Path spool() {
    return directory.resolve("spool");
  }

  private static void print(BuildLog log, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    log.accept(bytes, 0, bytes.length);
  }

  private static List<LogFrame> take(BuildLog log) throws Exception {
    byte[] bytes = log.awaitFrames(1 << 20);
    var frames = new ArrayList<LogFrame>();
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      for (Optional<LogFrame> next = LogFrames.read(in);
          next.isPresent();
          next = LogFrames.read(in)) {
        frames.add(next.get());
      }
    }
    return frames;
  }

  private static List<LogLine> lines(List<LogFrame> frames) throws Exception {
    var lines = new ArrayList<LogLine>();
    for (LogFrame frame : frames) {
      if (frame instanceof LogFrame.Lines packed) {
        lines.addAll(LineUnpacker.unpack(packed.packed()));
      }
    }
    return lines;
  }

  private static List<String> texts(List<LogFrame> frames) throws Exception {
    return lines(frames).stream()
        .map(line -> StandardCharsets.UTF_8.decode(line.content().duplicate()).toString())
        .toList();
  }

  @Test
  void nothingIsWrittenBeforeThereIsSomethingToWrite() throws Exception {
    try (BuildLog _ = open(ROOMY)) {
      assertThat(Files.exists(spool())).isFalse();
    }
  }
}
