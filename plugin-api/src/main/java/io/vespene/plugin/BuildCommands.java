package io.vespene.plugin;

import java.time.Duration;
import java.util.Map;

/**
 * Runs programs on behalf of one build.
 *
 * <p>Every command runs in a session of its own, with no standard input but what it is given. When
 * it is over, by itself, by its time limit or because the build was stopped, nothing that it
 * started is left. Calls block; they may come from several threads.
 */
public interface BuildCommands {
  /**
   * Runs a command to its end, its output going to the build's log as it is produced.
   *
   * @throws ProgramMissing if there is no such program
   * @throws CommandNotStarted if it can't be started for another reason
   * @throws CommandTimedOut if its time limit was over first
   * @throws CommandStopped if the build was stopped before or meanwhile
   */
  CommandResult run(Command command) throws CommandFailed;

  /**
   * Runs a command to its end and hands back its standard output; what it prints on standard error
   * goes to the build's log.
   *
   * @throws ProgramMissing if there is no such program
   * @throws CommandNotStarted if it can't be started for another reason
   * @throws CommandTimedOut if its time limit was over first
   * @throws CommandStopped if the build was stopped before or meanwhile
   */
  CapturedOutput capture(Command command) throws CommandFailed;

  /**
   * Waits, such as before something is tried again.
   *
   * @throws CommandStopped as soon as the build is stopped
   */
  void pause(Duration time) throws CommandStopped;

  /** Adds a line of the plugin's own to the build's log. */
  void say(String line);

  /**
   * What commands may see of the worker's own environment: {@code PATH}, {@code LANG}, {@code TZ},
   * the settings of proxies, and where an engine of containers is ({@code DOCKER_HOST}, {@code
   * DOCKER_CONFIG}, {@code CONTAINER_HOST}), each only when it is set.
   */
  Map<String, String> hostEnvironment();
}
