package io.vespene.cli.sshkey;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.client.Json;
import io.vespene.cli.client.OutputOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.protocol.rest.SshKeyResource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Create a SSH key.")
final class SshKeyCreate implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SshKeyFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "NAME", description = "The name of the new SSH key.")
  private String name = "";

  SshKeyCreate(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new SshKeyFields(terminal.in());
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    SshKeyResource created;
    try (Api api = connection.connect()) {
      created = api.post(ApiPath.of("ssh-keys"), fields.forNew(name), SshKeyResource.class);
    }
    if (output.json()) {
      Json.print(terminal, created);
    } else {
      terminal.print("Created SSH key " + created.name() + ".");
    }
    return ExitCode.OK;
  }
}
