package io.vespene.worker.build;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.BuildState;
import io.vespene.plugin.Hook;
import io.vespene.plugin.ProjectFacts;
import io.vespene.plugin.TriggerEvent;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.TriggerOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fires the triggers of one moment, in order. */
record FireTriggers(Hook hook) {
  boolean isNeeded(BuildWork work) {
    return !triggers(work).isEmpty();
  }

  /** Stops at the first trigger that fails, and says what it was. */
  Optional<String> fireUntilFailure(BuildWork work, BuildCommands commands)
      throws InterruptedException {
    for (ConfiguredTrigger trigger : triggers(work)) {
      Optional<String> failure = fire(work, trigger, commands);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  /** Fires all of them, whatever becomes of any; what went wrong. */
  Optional<String> fireAll(BuildWork work, BuildCommands commands) throws InterruptedException {
    var failures = new ArrayList<String>();
    for (ConfiguredTrigger trigger : triggers(work)) {
      fire(work, trigger, commands).ifPresent(failures::add);
    }
    return failures.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", failures));
  }

  private Optional<String> fire(BuildWork work, ConfiguredTrigger trigger, BuildCommands commands)
      throws InterruptedException {
    TriggerOutcome outcome = TriggerRun.fire(trigger, event(work, trigger), commands, work);
    work.firedTrigger(outcome);
    String result =
        "trigger " + trigger.name() + (outcome.ok() ? " is done" : " failed: " + outcome.message());
    work.log().say("%s (%d ms)".formatted(result, outcome.milliseconds()));
    return outcome.ok() ? Optional.empty() : Optional.of(result);
  }

  private TriggerEvent event(BuildWork work, ConfiguredTrigger trigger) {
    Assignment assignment = work.assignment();
    return new TriggerEvent(
        hook,
        work.facts(),
        hook == Hook.PRE ? beginning(work) : ending(work),
        new ProjectFacts(
            assignment.project().id(),
            assignment.project().name(),
            assignment.source().type(),
            SafeUrl.of(assignment.source().url())),
        work.mask().text(assignment.requestedBy()),
        work.workingDirectory(),
        trigger.timeLimit());
  }

  private static BuildState beginning(BuildWork work) {
    return new BuildState(
        "RUNNING",
        "",
        Optional.empty(),
        work.source(),
        work.startedAt(),
        Optional.empty(),
        Map.of());
  }

  private static BuildState ending(BuildWork work) {
    return new BuildState(
        work.end().outcome().name(),
        work.end().reason(),
        work.end().exitCode(),
        work.maskedSource(),
        work.startedAt(),
        Optional.of(work.bench().clock().instant()),
        work.end().outputVariables());
  }

  private List<ConfiguredTrigger> triggers(BuildWork work) {
    return work.bench().plugins().triggers().stream()
        .filter(trigger -> trigger.hook() == hook)
        .toList();
  }
}
