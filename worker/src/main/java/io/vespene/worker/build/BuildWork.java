package io.vespene.worker.build;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.BuildFacts;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.IsolationTraces;
import io.vespene.plugin.SourceRevision;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.Outcome;
import io.vespene.protocol.worker.TriggerOutcome;
import io.vespene.worker.mask.SecretMask;
import io.vespene.worker.output.BuildEnd;
import io.vespene.worker.output.BuildLog;
import io.vespene.worker.process.ReadySession;
import io.vespene.worker.process.SessionCommands;
import io.vespene.worker.process.StopSwitch;
import io.vespene.worker.process.TaggedProcesses;
import io.vespene.worker.sweep.RunDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One build on its way through the phases: what was given, and what they have found so far. */
final class BuildWork {
  private final Workbench bench;
  private final Assignment assignment;
  private final ReadySession session;
  private final TaggedProcesses processes;
  private final IsolationTraces traces;
  private final RunDirectory runDirectory;
  private final SecretMask mask;
  private final BuildLog log;
  private final StopSwitch stopSwitch = new StopSwitch();
  private final AtomicReference<Optional<StopRequest>> stop =
      new AtomicReference<>(Optional.empty());

  private final List<SshAgent> agents = new ArrayList<>();
  private boolean agentsMayRun;
  private Optional<Path> agentSocket = Optional.empty();
  private final Instant startedAt;
  private final List<TriggerOutcome> triggerOutcomes = new ArrayList<>();
  private SourceRevision source = SourceRevision.NONE;
  private Optional<IsolatedBuild> isolated = Optional.empty();
  private boolean leftToSweep;
  private BuildEnd end = BuildEnd.of(Outcome.FAILURE, "the script was not run");

  BuildWork(
      Workbench bench,
      Assignment assignment,
      int slot,
      ReadySession session,
      RunDirectory runDirectory,
      SecretMask mask,
      BuildLog log) {
    this.bench = bench;
    this.assignment = assignment;
    this.session = session;
    this.runDirectory = runDirectory;
    this.mask = mask;
    this.log = log;
    this.startedAt = bench.clock().instant();
    this.processes = new TaggedProcesses(session.cookie());
    this.traces =
        new IsolationTraces(
            assignment.build(),
            slot,
            session.cookie().text(),
            workingDirectory(),
            bench.buildRoot(),
            assignment.isolation().options(),
            processes);
  }

  Workbench bench() {
    return bench;
  }

  Assignment assignment() {
    return assignment;
  }

  BuildLog log() {
    return log;
  }

  RunDirectory runDirectory() {
    return runDirectory;
  }

  Path workingDirectory() {
    return bench.buildRoot().resolve(Long.toString(assignment.build()));
  }

  /** Where the script is to run. */
  ReadySession session() {
    return session;
  }

  /** The value of the environment variable that marks this build's processes. */
  String cookieValue() {
    return session.cookie().value(bench.host().all());
  }

  TaggedProcesses processes() {
    return processes;
  }

  IsolationTraces traces() {
    return traces;
  }

  BuildFacts facts() {
    return BuildRun.facts(assignment);
  }

  /** Commands that end when the build is stopped. */
  BuildCommands commands() {
    return new SessionCommands(bench.starter(), bench.host(), cookieValue(), stopSwitch, log);
  }

  /** Commands that set up and clean up: they go on while the build is being stopped. */
  BuildCommands lastingCommands() {
    String outer = bench.host().all().getOrDefault(IsolationTraces.COOKIE_VARIABLE, "");
    return new SessionCommands(bench.starter(), bench.host(), outer, StopSwitch.never(), log);
  }

  /** Asks the build to end; the first to ask gives the reason. */
  void stop(StopRequest request) {
    stop.compareAndSet(Optional.empty(), Optional.of(request));
    stopSwitch.throwIt();
    log.stopWaiting();
  }

  Optional<StopRequest> findStop() {
    return stop.get();
  }

  StopSwitch stopSwitch() {
    return stopSwitch;
  }

  /** Whether something may run that holds this build's SSH keys; most builds have none. */
  boolean agentsMayRun() {
    return agentsMayRun;
  }

  /** From now on there may be one, even if it never gets ready. */
  void startingAgent() {
    agentsMayRun = true;
  }

  void startedAgent(SshAgent agent) {
    agents.add(agent);
  }

  /** Nothing of the build runs any more. */
  void forgetAgents() {
    agents.forEach(SshAgent::close);
    agents.clear();
    agentsMayRun = false;
  }

  /** Where commands of the worker's own user reach the build's SSH keys. */
  Optional<Path> findAgentSocket() {
    return agentSocket;
  }

  void loadedKeys(Path socket) {
    agentSocket = Optional.of(socket);
  }

  SourceRevision source() {
    return source;
  }

  /** What was checked out, as people may see it. */
  SourceRevision maskedSource() {
    return new SourceRevision(
        mask.text(source.revision()),
        mask.text(source.author()),
        mask.text(source.message()),
        mask.text(source.branch()));
  }

  SecretMask mask() {
    return mask;
  }

  Instant startedAt() {
    return startedAt;
  }

  void firedTrigger(TriggerOutcome outcome) {
    triggerOutcomes.add(outcome);
  }

  /** How triggers did so far, in the order in which they were fired. */
  List<TriggerOutcome> triggerOutcomes() {
    return List.copyOf(triggerOutcomes);
  }

  void foundSource(SourceRevision found) {
    source = found;
  }

  Optional<IsolatedBuild> findIsolated() {
    return isolated;
  }

  IsolatedBuild requireIsolated() {
    return isolated.orElseThrow(() -> new IllegalStateException("not isolated yet"));
  }

  void isolatedAs(IsolatedBuild place) {
    isolated = Optional.of(place);
  }

  void forgetIsolated() {
    isolated = Optional.empty();
  }

  /** Has the build's run record kept, for something of its place is left. */
  void leaveToSweep() {
    leftToSweep = true;
  }

  boolean isLeftToSweep() {
    return leftToSweep;
  }

  BuildEnd end() {
    return end;
  }

  void endWith(BuildEnd newEnd) {
    end = newEnd.masked(mask);
  }

  /** A build that could not be run as it should. */
  static BuildEnd failure(String reason) {
    return new BuildEnd(Outcome.FAILURE, Optional.empty(), reason, Map.of());
  }
}
