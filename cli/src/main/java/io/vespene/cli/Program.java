package io.vespene.cli;

import io.vespene.cli.administration.CleanupCommand;
import io.vespene.cli.administration.ConfigCommand;
import io.vespene.cli.administration.CreateSuperuserCommand;
import io.vespene.cli.administration.GenerateSecretCommand;
import io.vespene.cli.administration.GenerateServiceCommand;
import io.vespene.cli.administration.MigrateCommand;
import io.vespene.cli.administration.RotateSecretCommand;
import io.vespene.cli.build.BuildCommand;
import io.vespene.cli.doctor.DoctorCommand;
import io.vespene.cli.pool.PoolCommand;
import io.vespene.cli.project.ProjectCommand;
import io.vespene.cli.service.ServerCommand;
import io.vespene.cli.service.WorkerCommand;
import io.vespene.cli.servicelogin.ServiceLoginCommand;
import io.vespene.cli.snippet.SnippetCommand;
import io.vespene.cli.sshkey.SshKeyCommand;
import io.vespene.cli.template.TemplateCommand;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.PackagedVersion;
import io.vespene.cli.terminal.Terminal;
import io.vespene.cli.up.UpCommand;
import io.vespene.cli.variableset.VariableSetCommand;
import io.vespene.cli.workers.WorkersCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;

/** All commands, wired here and nowhere else. */
public final class Program {
  private final Terminal terminal;
  private final Map<String, String> environment;

  public Program(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /**
   * Runs one command.
   *
   * @return its exit code, one of {@link ExitCode}
   */
  public int run(String... arguments) {
    CommandLine commands = commands();
    var report = new ErrorReport(terminal);
    commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    commands.setParameterExceptionHandler(report);
    commands.setExecutionExceptionHandler(report);
    commands.registerConverter(int.class, Numbers::wholeNumber);
    commands.registerConverter(Integer.class, Numbers::wholeNumber);
    commands.registerConverter(long.class, Numbers::longNumber);
    commands.registerConverter(Long.class, Numbers::longNumber);
    commands.setUsageHelpAutoWidth(false);
    commands.setUsageHelpWidth(Math.clamp(terminal.columns(), 60, 100));
    return commands.execute(arguments);
  }

  private CommandLine commands() {
    String version = PackagedVersion.text();
    return VespeneCommand.create()
        .addSubcommand(new UpCommand(terminal, environment, version))
        .addSubcommand(ProjectCommand.create(terminal, environment))
        .addSubcommand(BuildCommand.create(terminal, environment))
        .addSubcommand(SnippetCommand.create(terminal, environment))
        .addSubcommand(VariableSetCommand.create(terminal, environment))
        .addSubcommand(PoolCommand.create(terminal, environment))
        .addSubcommand(WorkersCommand.create(terminal, environment))
        .addSubcommand(SshKeyCommand.create(terminal, environment))
        .addSubcommand(ServiceLoginCommand.create(terminal, environment))
        .addSubcommand(TemplateCommand.create(terminal))
        .addSubcommand(new ServerCommand(terminal, environment))
        .addSubcommand(new WorkerCommand(terminal, environment, version))
        .addSubcommand(new MigrateCommand(terminal, environment))
        .addSubcommand(new CreateSuperuserCommand(terminal, environment))
        .addSubcommand(new GenerateSecretCommand(terminal, environment))
        .addSubcommand(new RotateSecretCommand(terminal, environment))
        .addSubcommand(new CleanupCommand(terminal, environment))
        .addSubcommand(new GenerateServiceCommand(terminal, environment))
        .addSubcommand(new DoctorCommand(terminal, environment, version))
        .addSubcommand(new ConfigCommand(terminal, environment));
  }
}
