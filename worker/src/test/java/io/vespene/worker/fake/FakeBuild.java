package io.vespene.worker.fake;

import io.vespene.protocol.log.LineUnpacker;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.log.LogLine;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.Finish;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A build as the fake server knows it. */
public final class FakeBuild {
  private final Assignment assignment;
  private final List<LogFrame> frames = new ArrayList<>();
  private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
  private final CompletableFuture<Finish> finished = new CompletableFuture<>();
  int timesAcknowledged;
  int timesFinished;
  @Nullable String stopReason;
  boolean lost;

  FakeBuild(Assignment assignment) {
    this.assignment = assignment;
  }

  public Assignment assignment() {
    return assignment;
  }

  synchronized void acknowledge() {
    timesAcknowledged++;
    acknowledged.complete(null);
  }

  boolean isAcknowledged() {
    return acknowledged.isDone();
  }

  synchronized long nextSequence() {
    return frames.size();
  }

  /** Takes what is next, ignores what it has, stops at a gap. */
  synchronized long append(List<LogFrame> more) {
    for (LogFrame frame : more) {
      if (frame.sequence() == frames.size()) {
        frames.add(frame);
      }
    }
    notifyAll();
    return frames.size();
  }

  /** Loses the last frames, as a database with asynchronous commit may. */
  public synchronized void forgetAfter(int kept) {
    while (frames.size() > kept) {
      frames.removeLast();
    }
  }

  synchronized void finish(Finish finish) {
    timesFinished++;
    finished.complete(finish);
  }

  boolean isFinished() {
    return finished.isDone();
  }

  public synchronized int timesAcknowledged() {
    return timesAcknowledged;
  }

  public synchronized int timesFinished() {
    return timesFinished;
  }

  /** Waits until the worker has agreed to run it. */
  public void awaitAcknowledged() throws Exception {
    acknowledged.get(30, TimeUnit.SECONDS);
  }

  /** Waits for the end. */
  public Finish awaitFinish() throws Exception {
    return finished.get(60, TimeUnit.SECONDS);
  }

  /** Waits until the log holds a text. */
  public synchronized void awaitLog(String text) throws Exception {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!log().contains(text)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("the log never held '" + text + "' but: " + log());
      }
      wait(left);
    }
  }

  public synchronized List<LogFrame> frames() {
    return List.copyOf(frames);
  }

  /** The kinds of the sections, in order. */
  public List<String> sections() {
    return frames().stream()
        .filter(frame -> frame instanceof LogFrame.SectionStarted)
        .map(frame -> ((LogFrame.SectionStarted) frame).kind())
        .toList();
  }

  /** What went wrong in sections. */
  public List<String> sectionFailures() {
    return frames().stream()
        .filter(frame -> frame instanceof LogFrame.SectionEnded)
        .map(frame -> ((LogFrame.SectionEnded) frame).failure())
        .flatMap(Optional::stream)
        .toList();
  }

  public Optional<LogFrame.SourceRecorded> findSource() {
    return frames().stream()
        .filter(frame -> frame instanceof LogFrame.SourceRecorded)
        .map(frame -> (LogFrame.SourceRecorded) frame)
        .findFirst();
  }

  /** All lines, as they were packed. */
  public List<LogLine> lines() {
    var lines = new ArrayList<LogLine>();
    for (LogFrame frame : frames()) {
      if (frame instanceof LogFrame.Lines packed) {
        try {
          lines.addAll(LineUnpacker.unpack(packed.packed().duplicate()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return lines;
  }

  /** The exact bytes that were printed. */
  public byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    for (LogLine line : lines()) {
      ByteBuffer content = line.content().duplicate();
      var copy = new byte[content.remaining()];
      content.get(copy);
      bytes.writeBytes(copy);
      if (line.newline()) {
        bytes.write('\n');
      }
    }
    return bytes.toByteArray();
  }

  public String log() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
