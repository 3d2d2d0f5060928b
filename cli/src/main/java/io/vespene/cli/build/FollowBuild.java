package io.vespene.cli.build;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.BuildResource;
import io.vespene.protocol.rest.LogLineResource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Shows a build's output as it appears, until the build has ended and all of it is shown. */
final class FollowBuild {
  private static final int LINES_AT_ONCE = 1000;
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

  /** A server may be restarted meanwhile; builds go on without it. */
  private static final Duration RETRY_LIMIT = Duration.ofMinutes(5);

  private final Api api;
  private final Terminal terminal;
  private final LogSink sink;
  private final ShownLines shown = new ShownLines();
  private Optional<String> told = Optional.empty();

  FollowBuild(Api api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
    this.sink = new LogSink(terminal);
  }

  /**
   * Follows to the end. Ctrl-C leaves the build running and says so.
   *
   * @return the ended build
   * @throws CommandFailure if no server answers for minutes
   */
  BuildResource follow(long build) {
    Thread farewell = new Thread(() -> sayGoodbye(build), "interrupted-follow");
    Runtime.getRuntime().addShutdownHook(farewell);
    try {
      while (true) {
        // Asked before the lines: what an ended build has printed is all stored.
        BuildResource now =
            insist(() -> api.read(ApiPath.of("builds", Long.toString(build)), BuildResource.class));
        tellWhyItWaits(now);
        showNewLines(build);
        if (Outcomes.hasEnded(now)) {
          return now;
        }
        sleep(PAUSE);
      }
    } finally {
      sink.end();
      forget(farewell);
    }
  }

  private void showNewLines(long build) {
    ApiPath log =
        ApiPath.of("builds", Long.toString(build), "log")
            .with("limit", Integer.toString(LINES_AT_ONCE));
    boolean grew;
    do {
      String from = Long.toString(shown.nextLine());
      grew = false;
      for (LogLineResource line :
          insist(() -> api.lines(log.with("from", from), LogLineResource.class))) {
        String news = shown.newPartOf(line);
        sink.write(news);
        grew |= !news.isEmpty();
      }
    } while (grew);
  }

  private void tellWhyItWaits(BuildResource build) {
    if (build.waiting().isPresent() && !build.waiting().equals(told)) {
      told = build.waiting();
      terminal.remark("Waiting: " + told.orElseThrow());
    }
  }

  private <T> T insist(Supplier<T> request) {
    long deadline = System.nanoTime() + RETRY_LIMIT.toNanos();
    while (true) {
      try {
        return request.get();
      } catch (CommandFailure e) {
        if (e.exitCode() != ExitCode.UNREACHABLE || System.nanoTime() - deadline > 0) {
          throw e;
        }
        sleep(RETRY_PAUSE);
      }
    }
  }

  private void sayGoodbye(long build) {
    sink.end();
    terminal.remark(
        "\nBuild "
            + build
            + " goes on. See it with 'vespene build logs "
            + build
            + " --follow', end it with 'vespene build stop "
            + build
            + "'.");
  }

  private static void sleep(Duration pause) {
    try {
      TimeUnit.NANOSECONDS.sleep(pause.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "Following the build was interrupted.", e);
    }
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // The program is ending already, and the farewell has been said.
      return;
    }
  }
}
