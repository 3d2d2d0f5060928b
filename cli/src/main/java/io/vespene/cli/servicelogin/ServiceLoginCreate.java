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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a service login.")
final class ServiceLoginCreate implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ServiceLoginFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "NAME", description = "The name of the new service login.")
  private String name = "";

  ServiceLoginCreate(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new ServiceLoginFields(terminal.in());
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    ServiceLoginResource created;
    try (Api api = connection.connect()) {
      created =
          api.post(ApiPath.of("service-logins"), fields.forNew(name), ServiceLoginResource.class);
    }
    if (output.json()) {
      Json.print(terminal, created);
    } else {
      terminal.print("Created service login " + created.name() + ".");
    }
    return ExitCode.OK;
  }
}
