package io.vespene.cli.servicelogin;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.ServiceLoginResource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Change a service login. What is not given stays as it is, secrets too.")
final class ServiceLoginEdit implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ServiceLoginFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "LOGIN", description = "The service login's name or number.")
  private String wanted = "";

  @Option(names = "--name", paramLabel = "NAME", description = "A new name.")
  private @Nullable String name;

  ServiceLoginEdit(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new ServiceLoginFields(terminal.in());
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    ServiceLoginResource edited;
    try (Api api = connection.connect()) {
      ServiceLoginResource before =
          api.read(ApiPath.of("service-logins", wanted), ServiceLoginResource.class);
      edited =
          api.edit(
              ApiPath.of("service-logins", Long.toString(before.id())),
              before.version(),
              fields.input(Optional.ofNullable(name)),
              ServiceLoginResource.class);
    }
    if (output.json()) {
      Json.print(terminal, edited);
    } else {
      terminal.print("Saved service login " + edited.name() + ".");
    }
    return ExitCode.OK;
  }
}
