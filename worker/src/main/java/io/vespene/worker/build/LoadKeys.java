package io.vespene.worker.build;

import io.vespene.protocol.worker.KeyMaterial;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Loads the project's SSH keys into an agent of the worker's user, for the checkout. */
final class LoadKeys implements Phase {
  @Override
  public String kind() {
    return "keys";
  }

  @Override
  public String title(BuildWork work) {
    return "SSH keys";
  }

  @Override
  public boolean isNeeded(BuildWork work) {
    return !work.assignment().sshKeys().isEmpty();
  }

  @Override
  public void run(BuildWork work) throws PhaseFailed, InterruptedException {
    SshAgent agent =
        SshAgent.start(work, work.runDirectory().agentDirectory(), UnaryOperator.identity());
    work.loadedKeys(agent.socket());
    work.log()
        .say(
            work.assignment().sshKeys().stream()
                .map(KeyMaterial::name)
                .collect(Collectors.joining(", ", "Loaded: ", "")));
  }
}
