package io.vespene.cli.servicelogin;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Table;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.ServiceLoginResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List all service logins.")
final class ServiceLoginList implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  ServiceLoginList(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    List<ServiceLoginResource> found;
    try (Api api = connection.connect()) {
      found = api.list(ApiPath.of("service-logins"), ServiceLoginResource.class, Integer.MAX_VALUE);
    }
    if (output.json()) {
      Json.print(terminal, found);
      return ExitCode.OK;
    }
    Table table = new Table("NAME", "USERNAME", "DESCRIPTION");
    for (ServiceLoginResource row : found) {
      table.add(row.name(), row.username(), row.description());
    }
    table.print(terminal, "There are no service logins.");
    return ExitCode.OK;
  }
}
