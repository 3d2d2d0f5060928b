package io.vespene.core.worker;

import io.vespene.core.database.Listener;
import io.vespene.core.database.Topic;
import io.vespene.core.database.Wakeups;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.PollAnswer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One poll, from its arrival to its answer. */
final class HeldPoll {
  /** How soon a worker hears again what it should know; its last answer may have been lost. */
  private static final Duration REPEAT_AFTER = Duration.ofSeconds(1);

  /** A worker that wants one certain build takes no wake-ups from others, but looks often. */
  private static final Duration LOOK_FOR_ONE = Duration.ofMillis(500);

  private static final PollAnswer NOTHING = new PollAnswer(List.of(), List.of(), List.of(), false);

  private final PollDesk desk;
  private final long worker;
  private final Poll poll;
  private final long arrival = System.nanoTime();
  private volatile Optional<Listener> listener = Optional.empty();
  private volatile boolean overtaken;
  private volatile boolean closing;

  HeldPoll(PollDesk desk, long worker, Poll poll) {
    this.desk = desk;
    this.worker = worker;
    this.poll = poll;
  }

  /** A newer poll of the worker is here, so nobody reads this one's answer. */
  void wakeOvertaken() {
    overtaken = true;
    listener.ifPresent(Listener::wake);
  }

  /** The server is about to end. */
  void wakeClosing() {
    closing = true;
    listener.ifPresent(Listener::wake);
  }

  /** Waits until there is something to tell, or the time is up. */
  Optional<PollAnswer> answer() throws InterruptedException {
    PollMemory.Remembered memory = desk.memory().begin(worker, poll.processId(), this);
    Set<Long> pools = memory.pools();
    Optional<PollAnswer> answer = Optional.empty();
    try {
      while (true) {
        Look look = waitWith(pools, memory.told());
        pools = look.pools();
        answer = look.answer();
        if (look.done()) {
          return answer;
        }
      }
    } finally {
      desk.memory().end(worker, this, pools, answer);
    }
  }

  /**
   * What a round of looking and waiting came to.
   *
   * @param done whether the answer is to be given; if not, the worker serves other pools now, and
   *     their wake-ups must be listened for
   */
  private record Look(Set<Long> pools, Optional<PollAnswer> answer, boolean done) {}

  private Look waitWith(Set<Long> pools, Optional<PollAnswer> told) throws InterruptedException {
    try (Listener signals = desk.wakeups().listen(topics(pools))) {
      listener = Optional.of(signals);
      while (true) {
        if (overtaken) {
          // What it says of the worker is no longer true.
          return new Look(pools, Optional.of(NOTHING), true);
        }
        Optional<Beat> beat = desk.beat(worker, poll);
        if (beat.isEmpty()) {
          return new Look(pools, Optional.empty(), true);
        }
        PollAnswer answer = answer(beat.get());
        Duration left = timeLeft(answer, told);
        if (left.isNegative() || left.isZero() || overtaken || closing) {
          return new Look(beat.get().pools(), Optional.of(answer), true);
        }
        if (takesBuilds() && !beat.get().pools().equals(pools)) {
          return new Look(beat.get().pools(), Optional.of(answer), false);
        }
        signals.await(
            shorter(left, poll.onlyBuild().isPresent() ? LOOK_FOR_ONE : Wakeups.SLOW_POLL));
      }
    } finally {
      listener = Optional.empty();
    }
  }

  private PollAnswer answer(Beat beat) {
    List<Long> undelivered =
        beat.undelivered(poll).stream().limit(Math.max(0, poll.freeSlots())).toList();
    List<Assignment> again = desk.handover().assignments(undelivered);
    int free = poll.freeSlots() - again.size();
    boolean claims =
        free > 0
            && takesBuilds()
            && beat.buildsWait()
            && !beat.drainAsked()
            && !overtaken
            && !closing;
    List<Assignment> fresh =
        claims
            ? desk.handover().claim(worker, poll.processId(), beat.pools(), poll.onlyBuild(), free)
            : List.of();
    return new PollAnswer(
        Stream.concat(again.stream(), fresh.stream()).toList(),
        beat.stops(),
        beat.lost(poll),
        beat.drainAsked());
  }

  private boolean takesBuilds() {
    return poll.freeSlots() > 0 && !poll.draining();
  }

  private Set<Topic> topics(Set<Long> pools) {
    var topics = new HashSet<Topic>();
    topics.add(Topic.worker(worker));
    if (takesBuilds() && poll.onlyBuild().isEmpty()) {
      pools.forEach(pool -> topics.add(Topic.pool(pool)));
    }
    return topics;
  }

  /** How much longer this answer can wait for something better. */
  private Duration timeLeft(PollAnswer answer, Optional<PollAnswer> told) {
    Duration held = Duration.ofNanos(System.nanoTime() - arrival);
    Duration whole = shorter(Duration.ofMillis(Math.max(0, poll.waitMillis())), desk.hold());
    if (isNews(answer, told)) {
      return Duration.ZERO;
    }
    boolean repeats = !answer.stops().isEmpty() || !answer.lost().isEmpty();
    return (repeats ? shorter(whole, REPEAT_AFTER) : whole).minus(held);
  }

  private static boolean isNews(PollAnswer answer, Optional<PollAnswer> told) {
    if (!answer.assignments().isEmpty()) {
      return true;
    }
    PollAnswer known = told.orElse(NOTHING);
    return answer.drain() != known.drain()
        || !known.stops().containsAll(answer.stops())
        || !known.lost().containsAll(answer.lost());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
