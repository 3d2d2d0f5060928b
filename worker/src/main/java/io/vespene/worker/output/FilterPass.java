package io.vespene.worker.output;

import io.vespene.plugin.LineFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One walk of some lines through the output plugins. It ends early when one of them throws, or
 * takes too long for a line; then its thread is left alone with it.
 */
final class FilterPass {
  private static final long IDLE_SECONDS = 10;

  // Platform threads: a plugin that never stops computing would keep others from running.
  private static final ExecutorService THREADS =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("output-plugin-", 0).factory());

  private final List<Piece> pieces;
  private final List<LineFilter> filters;
  private final List<Piece> lines = new ArrayList<>();
  private Optional<LineFilter> busy = Optional.empty();
  private int used;
  private boolean over;

  private FilterPass(List<Piece> pieces, List<LineFilter> filters) {
    this.pieces = List.copyOf(pieces);
    this.filters = List.copyOf(filters);
  }

  /** Walks until all lines are through or a plugin is in trouble. */
  static Result run(List<Piece> pieces, List<LineFilter> filters, Duration lineLimit) {
    if (filters.isEmpty()) {
      return new Result(pieces, pieces.size(), Optional.empty());
    }
    var pass = new FilterPass(pieces, filters);
    return pass.await(THREADS.submit(pass::work), lineLimit);
  }

  private Result await(Future<?> end, Duration lineLimit) {
    boolean interrupted = false;
    int before = -1;
    try {
      while (true) {
        try {
          end.get(lineLimit.toMillis(), TimeUnit.MILLISECONDS);
          return result(Optional.empty());
        } catch (TimeoutException e) {
          int now = usedSoFar();
          if (now == before) {
            end.cancel(true);
            return result(Optional.of("takes longer than " + lineLimit.toSeconds() + " s a line"));
          }
          before = now;
        } catch (ExecutionException e) {
          return result(Optional.of("threw " + e.getCause()));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void work() {
    for (Piece piece : pieces) {
      Optional<String> line = Optional.of(piece.text());
      for (LineFilter filter : filters) {
        begin(filter);
        line = line.flatMap(filter::filter);
      }
      if (!done(line.map(text -> new Piece(text, piece.continues(), piece.newline())))) {
        return;
      }
    }
  }

  private synchronized void begin(LineFilter filter) {
    busy = Optional.of(filter);
  }

  /** Whether anybody still waits for more. */
  private synchronized boolean done(Optional<Piece> line) {
    if (!over) {
      line.ifPresent(lines::add);
      used++;
    }
    return !over;
  }

  private synchronized int usedSoFar() {
    return used;
  }

  private synchronized Result result(Optional<String> problem) {
    over = true;
    return new Result(
        List.copyOf(lines), used, problem.flatMap(text -> busy.map(it -> new Trouble(it, text))));
  }

  /** A line, or a part of one. */
  record Piece(String text, boolean continues, boolean newline) {}

  /** What is wrong with a plugin, as it goes on after its name. */
  record Trouble(LineFilter filter, String problem) {}

  /**
   * How far a walk got.
   *
   * @param lines what came out
   * @param used how many went in; with trouble, the next is where it happened
   */
  record Result(List<Piece> lines, int used, Optional<Trouble> trouble) {}
}
