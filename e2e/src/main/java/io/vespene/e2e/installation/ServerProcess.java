package io.vespene.e2e.installation;

import io.vespene.e2e.process.BackgroundProcess;
import io.vespene.e2e.process.BackgroundProcess.Signal;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** A server in a process of its own, always on the same port. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(40);

  private final int port = FreePort.find();
  private final Command command;
  private final Path output;
  private BackgroundProcess process;

  /**
   * Starts a server and waits until it is ready.
   *
   * @param program calls the packaged program with arguments
   */
  ServerProcess(Program program, Map<String, String> settings, Path output) {
    this.command = program.call("server", "--port", Integer.toString(port)).with(settings);
    this.output = output;
    this.process = launch();
    awaitReady();
  }

  /** Calls the packaged program. */
  interface Program {
    Command call(String... arguments);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public int port() {
    return port;
  }

  public BackgroundProcess process() {
    return process;
  }

  /** Ends it in good order. */
  public void stop() {
    process.signal(Signal.TERM);
    process.awaitExit(STOP);
  }

  /** Ends it as a power failure would. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after it has ended, and returns at once. */
  public void startAgain() {
    process = launch();
  }

  /** Waits until it answers. */
  public void awaitReady() {
    process.awaitOutput(Pattern.compile("Vespene server is ready at .*:" + port + "\\b"), START);
  }

  @Override
  public void close() {
    process.close();
  }

  private BackgroundProcess launch() {
    return BackgroundProcess.start("vespene server", command, output);
  }
}
