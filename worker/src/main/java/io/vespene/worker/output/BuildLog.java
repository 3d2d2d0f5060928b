package io.vespene.worker.output;

import io.vespene.plugin.LineFilter;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.log.LogFrames;
import io.vespene.worker.mask.SecretMask;
import io.vespene.worker.process.OutputSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The log of one build as it grows: sections and lines go in, frames for the server come out.
 *
 * <p>A build's threads write; one sender takes. What was written is due to be sent 100 ms later, or
 * earlier when there is much of it. When the spool can't be written any more, whatever follows is
 * dropped and {@link #broken} tells so.
 */
public final class BuildLog implements OutputSink, AutoCloseable {
  private static final int MAX_TEXT = 1000;
  private static final int MAX_MESSAGE = 16 * 1024;

  private final long spoolBytes;
  private final Clock clock;
  private final Spool spool;
  private final OutputLines output;
  private final LimitedLines lines;
  private final LineChunk chunk = new LineChunk();
  private final SendPacer pacer = new SendPacer();
  private final SecretMask mask;
  private final CompletableFuture<IOException> broken = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final Condition room = lock.newCondition();

  private Optional<LineObserver> observer = Optional.empty();
  private int sections;
  private boolean sectionOpen;
  private long nowMillis;
  private boolean ended;
  private boolean waitsForRoom = true;

  /**
   * @param filters what lines pass before they are stored, in this order
   * @param mask hides secrets in lines, before the filters see them, and in all other texts
   */
  public BuildLog(
      Path spoolFile, LogLimits limits, List<LineFilter> filters, SecretMask mask, Clock clock) {
    this.spoolBytes = limits.spoolBytes();
    this.clock = clock;
    this.mask = mask;
    this.spool = new Spool(spoolFile);
    this.lines = new LimitedLines(limits.logBytes(), this::addToChunk);
    this.output = new OutputLines(mask, filters, this::add);
  }

  /** Begins a part of the build flow; output belongs to it from now on. */
  public void startSection(String kind, String title, Instant at) {
    locked(() -> {
      cutChunk();
      append(
          new LogFrame.SectionStarted(
              spool.nextSequence(), sections, kind, text(title, MAX_TEXT), at));
      sectionOpen = true;
    });
  }

  /** Ends the part of the build flow that was begun last, if it was not ended before. */
  public void endSection(Optional<String> failure) {
    locked(() -> {
      if (sectionOpen) {
        output.endLine();
        cutChunk();
        append(
            new LogFrame.SectionEnded(
                spool.nextSequence(),
                sections,
                failure.map(text -> text(text, MAX_TEXT)),
                clock.instant()));
        sections++;
        sectionOpen = false;
      }
    });
  }

  /** Tells what was checked out. */
  public void recordSource(String revision, String author, String message, String branch) {
    locked(() -> {
      cutChunk();
      append(
          new LogFrame.SourceRecorded(
              spool.nextSequence(),
              text(revision, MAX_TEXT),
              text(author, MAX_TEXT),
              text(message, MAX_MESSAGE),
              text(branch, MAX_TEXT)));
    });
  }

  /** Adds a line that no program printed. */
  public void say(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    locked(() -> {
      output.endLine();
      takeOutput(bytes, 0, bytes.length);
    });
  }

  /** Takes output of a program; waits while too much of it waits for a server. */
  @Override
  public void accept(byte[] bytes, int offset, int length) {
    locked(() -> {
      takeOutput(bytes, offset, length);
      while (waitsForRoom && !broken.isDone() && spool.unsentBytes() > spoolBytes) {
        room.awaitUninterruptibly();
      }
    });
  }

  /** Shows the lines of output to an observer too, until {@link #stopObserving}. */
  public void observe(LineObserver newObserver) {
    locked(() -> {
      output.endLine();
      observer = Optional.of(newObserver);
    });
  }

  public void stopObserving() {
    locked(() -> {
      output.endLine();
      observer = Optional.empty();
    });
  }

  /** Complete when the disk would not take more of the log. */
  public CompletableFuture<IOException> broken() {
    return broken.copy();
  }

  /** Nothing waits for room any more: what is still to come is taken at once. */
  public void stopWaiting() {
    locked(() -> {
      waitsForRoom = false;
      room.signalAll();
    });
  }

  /** Makes all that was written due at once. One more than the last frame's sequence number. */
  public long end() {
    lock.lock();
    try {
      output.endLine();
      cutChunk();
      ended = true;
      waitsForRoom = false;
      room.signalAll();
      written.signalAll();
      return spool.nextSequence();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until frames are due and hands them out.
   *
   * @return whole frames; empty when the log has ended and the server has all of it
   */
  byte[] awaitFrames(int maxBytes) throws InterruptedException, IOException {
    lock.lockInterruptibly();
    try {
      while (!isDue()) {
        if (ended && spool.unsentBytes() == 0) {
          return new byte[0];
        }
        if (pacer.isWaiting()) {
          var _ = written.await(pacer.left().toNanos(), TimeUnit.NANOSECONDS);
        } else {
          written.await();
        }
      }
      cutUnfinished();
      pacer.handedOut();
      return spool.readUnsent(maxBytes);
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue() {
    long unsent = spool.unsentBytes();
    return (ended && unsent > 0) || pacer.isDue(unsent);
  }

  private void cutUnfinished() {
    nowMillis = clock.millis();
    output.flush();
    cutChunk();
  }

  /** What was handed out last did not reach a server: it is due again. */
  void notStored() {
    locked(pacer::failed);
  }

  /** Whether the log has ended and these bytes are all that no server has of it. */
  boolean isEndedWith(int unsentBytes) {
    lock.lock();
    try {
      return ended && spool.unsentBytes() == unsentBytes;
    } finally {
      lock.unlock();
    }
  }

  /** One more than the last frame's sequence number. */
  long nextSequence() {
    return spool.nextSequence();
  }

  /** The first frame that no server has. */
  long unsentSequence() {
    return spool.unsentSequence();
  }

  /** The server has every frame before this one. */
  void storedBefore(long sequence) throws IOException {
    lock.lock();
    try {
      spool.storedBefore(sequence);
      if (spool.unsentBytes() > 0) {
        startWaiting();
      }
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Removes the spool. */
  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      chunk.close();
      spool.close();
    } finally {
      lock.unlock();
    }
  }

  private void takeOutput(byte[] bytes, int offset, int length) {
    nowMillis = clock.millis();
    output.accept(bytes, offset, length);
    if (output.holdsUnfinished()) {
      startWaiting();
    }
  }

  private String text(String text, int maxLength) {
    return StorableText.of(mask.text(text), maxLength);
  }

  private void add(byte[] bytes, int offset, int length, boolean continues, boolean newline) {
    if (!continues) {
      observer.ifPresent(looking -> looking.seen(bytes, offset, length));
    }
    lines.line(bytes, offset, length, continues, newline);
  }

  private void addToChunk(
      byte[] bytes, int offset, int length, boolean continues, boolean newline) {
    if (!chunk.hasRoom(length)) {
      cutChunk();
    }
    chunk.add(nowMillis, bytes, offset, length, continues, newline);
    startWaiting();
  }

  private void cutChunk() {
    if (!chunk.isEmpty()) {
      append(chunk.cut(spool.nextSequence(), sections));
    }
  }

  private void append(LogFrame frame) {
    if (broken.isDone()) {
      return;
    }
    try {
      spool.append(LogFrames.encode(frame));
      startWaiting();
    } catch (IOException e) {
      broken.complete(e);
    }
  }

  private void startWaiting() {
    if (pacer.written(spool.unsentBytes())) {
      written.signalAll();
    }
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
