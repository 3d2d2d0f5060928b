package io.vespene.cli.service;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.GivenValue;
import io.vespene.cli.settings.LogSettings;
import io.vespene.cli.settings.Origin;
import io.vespene.cli.settings.PrivateFile;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.worker.WorkerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a worker in the foreground. */
@Command(
    name = "worker",
    description = {
      "Run a worker that builds what is queued in these worker pools.",
      "It stays in the foreground and logs to standard output. The first Ctrl-C or SIGTERM",
      "drains it: it takes no more builds, finishes what runs and ends. The second stops its",
      "builds at once; they end as ABORTED.",
      "It may be started before its servers or its pools exist: it keeps trying."
    })
public final class WorkerCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final String version;
  @Mixin private final SettingsOptions settings;

  @Parameters(arity = "1..*", paramLabel = "POOL", description = "The worker pools to serve.")
  private List<String> pools = new ArrayList<>();

  @Option(
      names = "--slots",
      paramLabel = "N",
      description = "How many builds run at the same time. Default: ${DEFAULT-VALUE}.")
  private int slots = 1;

  @Option(
      names = "--max-builds",
      paramLabel = "N",
      description = "End after so many builds, with exit code 0.")
  private @Nullable Integer maxBuilds;

  @Option(
      names = "--max-wait-minutes",
      paramLabel = "M",
      description = "End after so many minutes without a build, with exit code 0.")
  private @Nullable Integer maxWaitMinutes;

  @Option(
      names = "--build-id",
      paramLabel = "N",
      description = "Run exactly the build with this number, then end.")
  private @Nullable Long buildNumber;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name it is shown under. Default: the host name.")
  private @Nullable String name;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "A server, instead of the setting worker.servers. May be repeated: the next is tried "
              + "when one is down.")
  private List<String> servers = new ArrayList<>();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file of mode 0600 with a token that 'vespene pool token POOL' printed. May be "
              + "repeated, once per pool. Needed for the first start only.")
  private List<Path> tokenFiles = new ArrayList<>();

  public WorkerCommand(Terminal terminal, Map<String, String> environment, String version) {
    this.terminal = terminal;
    this.environment = environment;
    this.version = version;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    EffectiveSettings effective = settings.read(options());
    LogSetup.apply(LogSettings.of(effective));
    var started = new CompletableFuture<WorkerProgram>();
    // Before the worker begins: what it sweeps away first it must not leave half swept.
    StopSignals.listen(count -> {
      var _ = started.thenAccept(worker -> heed(worker, count));
    });
    try {
      WorkerProgram worker = WorkerProgram.start(chosen().with(effective, environment, version));
      started.complete(worker);
      return worker.join();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "The worker can't be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "The worker was interrupted.", e);
    }
  }

  private void heed(WorkerProgram worker, int count) {
    if (count == 1) {
      terminal.remark("Finishing what runs; once more stops it at once.");
      worker.drain();
    } else {
      worker.abort();
    }
  }

  private WorkerOptions chosen() {
    return new WorkerOptions(
        pools,
        tokenFiles.stream().map(WorkerCommand::readToken).toList(),
        Optional.ofNullable(name),
        slots,
        Optional.ofNullable(maxBuilds),
        Optional.ofNullable(maxWaitMinutes).map(Duration::ofMinutes),
        Optional.ofNullable(buildNumber),
        settings.findFile());
  }

  private Map<String, GivenValue> options() {
    return servers.isEmpty()
        ? Map.of()
        : Map.of(
            "worker.servers",
            new GivenValue(String.join(",", servers), new Origin.OnCommandLine("--server")));
  }

  private static String readToken(Path file) {
    PrivateFile.findProblem(file)
        .ifPresent(problem -> {
          throw new CommandFailure(ExitCode.BAD_INPUT, "--token-file: " + problem);
        });
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "--token-file: the file " + file + " can't be read.", e);
    }
  }
}
