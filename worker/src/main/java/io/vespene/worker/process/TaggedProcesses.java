package io.vespene.worker.process;

import io.vespene.plugin.BuildProcesses;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.ProcessSignal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The processes that carry a cookie, that live in a session or control group begun for it, or that
 * descend from one of these, as far as the worker's own user can see and signal them.
 */
public final class TaggedProcesses implements BuildProcesses {
  private static final int MAX_FREEZES = 50;
  private static final byte[] BESIDE =
      (IsolationTraces.BESIDE_VARIABLE + "=").getBytes(StandardCharsets.US_ASCII);

  private final ProcessTable table;
  private final byte[] cookie;
  private final Set<Long> sessions = ConcurrentHashMap.newKeySet();
  private volatile long startedAt;
  private volatile Optional<FirstProcess> first = Optional.empty();
  private volatile Optional<BuildCgroup> cgroup = Optional.empty();

  TaggedProcesses(ProcessTable table, Cookie cookie) {
    this.table = table;
    this.cookie = cookie.text().getBytes(StandardCharsets.US_ASCII);
  }

  public TaggedProcesses(Cookie cookie) {
    this(ProcessTable.ofThisMachine(), cookie);
  }

  /**
   * Counts a session among these processes.
   *
   * @param leader its first process, which was just started and not waited for
   */
  public void adopt(long leader) {
    if (startedAt == 0) {
      table.find(leader).ifPresent(process -> startedAt = process.startedAt());
    }
    first = first.or(() -> Optional.of(new FirstProcess(leader, System.nanoTime())));
    sessions.add(leader);
  }

  /** Counts all that are in a control group among these processes. */
  public void adopt(BuildCgroup group) {
    cgroup = Optional.of(group);
  }

  /**
   * Counts a session that was begun in advance among these processes, and what it starts from now
   * on.
   */
  void adopt(FirstProcess leader, Optional<BuildCgroup> group) {
    if (sessions.isEmpty()) {
      startedAt = table.now();
      first = Optional.of(leader);
    } else {
      // Something of the build runs already, such as its agent: ids tell nothing then.
      first = Optional.empty();
    }
    cgroup = group;
    sessions.add(leader.processId());
  }

  /** Forgets a session in which nothing runs any more; its number may soon be another's. */
  public void forget(long leader) {
    sessions.remove(leader);
  }

  @Override
  public Set<Long> survivors() {
    return members().keySet();
  }

  @Override
  public void signal(ProcessSignal signal) {
    switch (signal) {
      case TERMINATE -> send(askable(), Signals.TERMINATE);
      case KILL -> {
        freeze();
        cgroup.ifPresent(BuildCgroup::kill);
        send(members(), Signals.KILL);
      }
    }
  }

  private Map<Long, ProcessEntry> askable() {
    Map<Long, ProcessEntry> members = members();
    members.keySet().removeIf(id -> table.environmentHolds(id, BESIDE));
    return members;
  }

  /** Stops until there is nobody new, so that nothing can be started while the killing goes on. */
  private void freeze() {
    var frozen = new HashSet<Long>();
    for (int round = 0; round < MAX_FREEZES; round++) {
      Map<Long, ProcessEntry> members = members();
      if (!frozen.addAll(members.keySet())) {
        return;
      }
      send(members, Signals.STOP);
    }
  }

  private static void send(Map<Long, ProcessEntry> members, int signal) {
    var groups = new HashSet<Long>();
    for (ProcessEntry member : members.values()) {
      // A group led by a member is the build's alone, and reached at one moment.
      if (members.containsKey(member.group()) || member.group() == member.session()) {
        groups.add(member.group());
      }
    }
    groups.removeIf(group -> group <= 1);
    groups.forEach(group -> Signals.sendToGroup(group, signal));
    for (ProcessEntry member : members.values()) {
      if (!groups.contains(member.group())) {
        Signals.send(member.processId(), signal);
      }
    }
  }

  private Map<Long, ProcessEntry> members() {
    long smallest = first.map(leader -> leader.smallestIdSince(table.greatestId())).orElse(0L);
    List<ProcessEntry> candidates = new ArrayList<>(table.processes(smallest));
    long self = ProcessHandle.current().pid();
    candidates.removeIf(process -> process.processId() == self || isTooOld(process));
    Set<Long> grouped = cgroup.map(BuildCgroup::processes).orElse(Set.of());
    var members = new LinkedHashMap<Long, ProcessEntry>();
    move(
        candidates, members, process -> grouped.contains(process.processId()) || isMarked(process));
    while (move(candidates, members, process -> members.containsKey(process.parent()))) {
      // Children of children, until there are no more.
    }
    return members;
  }

  /** Whatever is older than the build's first process is not of the build. */
  private boolean isTooOld(ProcessEntry process) {
    return process.startedAt() < startedAt && !sessions.contains(process.processId());
  }

  private boolean isMarked(ProcessEntry process) {
    return sessions.contains(process.session())
        || sessions.contains(process.group())
        || table.environmentHolds(process.processId(), cookie);
  }

  private static boolean move(
      List<ProcessEntry> candidates,
      Map<Long, ProcessEntry> members,
      Predicate<ProcessEntry> which) {
    int before = members.size();
    candidates.removeIf(process -> {
      if (which.test(process)) {
        members.put(process.processId(), process);
        return true;
      }
      return false;
    });
    return members.size() > before;
  }
}
