package io.vespene.cli.administration;

import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what a service manager needs to run a server and workers on this machine. */
@Command(
    name = "generate-service",
    description = {
      "Make the files with which systemd or supervisord runs Vespene on this machine.",
      "They are printed, unless --directory says where to write them."
    })
public final class GenerateServiceCommand implements Callable<Integer> {
  private static final Path USUAL_SETTINGS = Path.of("/etc/vespene/vespene.yaml");
  private static final String SYSTEM_USER = "[a-z_][a-z0-9_-]{0,31}";

  private final Terminal terminal;
  @Mixin private final SettingsOptions settings;

  @Option(names = "--systemd", description = "Make units for systemd.")
  private boolean systemd;

  @Option(names = "--supervisord", description = "Make a file for supervisord.")
  private boolean supervisord;

  @Option(
      names = "--workers",
      paramLabel = "\"POOL=N …\"",
      description = "How many workers to run for which pools: \"general=4 linux=2\".")
  private @Nullable String workers;

  @Option(names = "--without-server", description = "Run workers only.")
  private boolean withoutServer;

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "Who they run as. Default: ${DEFAULT-VALUE}.")
  private String user = "vespene";

  @Option(
      names = "--token-directory",
      paramLabel = "DIR",
      description =
          "Where a token of each pool lies, in a file of mode 0600 with the pool's name. Default: "
              + "${DEFAULT-VALUE}.")
  private Path tokenDirectory = Path.of("/etc/vespene/tokens");

  @Option(
      names = "--log-directory",
      paramLabel = "DIR",
      description = "Where supervisord writes what they print. Default: ${DEFAULT-VALUE}.")
  private Path logDirectory = Path.of("/var/log/vespene");

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "Write the files here, such as /etc/systemd/system.")
  private @Nullable Path directory;

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  public GenerateServiceCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    if (systemd == supervisord) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          "Say which of the two to make files for: --systemd or --supervisord.");
    }
    ServicePlan plan = plan();
    List<ServiceFile> files = systemd ? SystemdUnits.of(plan) : List.of(SupervisordFile.of(plan));
    for (ServiceFile file : files) {
      if (directory != null) {
        write(directory.resolve(file.name()), file.content());
      } else {
        terminal.print(
            files.size() > 1 ? "# " + file.name() + "\n" + file.content() : file.content());
      }
    }
    return ExitCode.OK;
  }

  private ServicePlan plan() {
    List<WorkerCount> counts =
        Optional.ofNullable(workers).map(WorkerCount::parse).orElse(List.of());
    if (withoutServer && counts.isEmpty()) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, "--without-server: nothing is left to run; say --workers too.");
    }
    if (!user.matches(SYSTEM_USER)) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "--user: must be the name of a system user.");
    }
    return new ServicePlan(
        program(),
        settings.findFile().orElse(USUAL_SETTINGS).toAbsolutePath(),
        user,
        !withoutServer,
        counts,
        plainPath("--token-directory", tokenDirectory),
        plainPath("--log-directory", logDirectory));
  }

  private static Path plainPath(String option, Path path) {
    if (path.toString().chars().anyMatch(Character::isISOControl)) {
      throw new CommandFailure(ExitCode.BAD_INPUT, option + ": must hold no control characters.");
    }
    return path.toAbsolutePath();
  }

  /** The program that runs now. */
  private static Path program() {
    return Path.of(System.getProperty("vespene.home", "/opt/vespene")).resolve("bin/vespene");
  }

  private void write(Path file, String content) {
    try {
      if (force) {
        Files.writeString(file, content);
      } else {
        Files.writeString(file, content, StandardOpenOption.CREATE_NEW);
      }
      terminal.print(file.toString());
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          ExitCode.FAILED, file + " is there already; --force replaces it.", e);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.FAILED, file + " can't be written: " + e.getMessage(), e);
    }
  }
}
