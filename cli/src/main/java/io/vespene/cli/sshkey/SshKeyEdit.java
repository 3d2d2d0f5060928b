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
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Change a SSH key. What is not given stays as it is, secrets too.")
final class SshKeyEdit implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final SshKeyFields fields;
  @Mixin private final ConnectionOptions connection;
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(paramLabel = "KEY", description = "The SSH key's name or number.")
  private String wanted = "";

  @Option(names = "--name", paramLabel = "NAME", description = "A new name.")
  private @Nullable String name;

  SshKeyEdit(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.fields = new SshKeyFields(terminal.in());
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    SshKeyResource edited;
    try (Api api = connection.connect()) {
      SshKeyResource before = api.read(ApiPath.of("ssh-keys", wanted), SshKeyResource.class);
      edited =
          api.edit(
              ApiPath.of("ssh-keys", Long.toString(before.id())),
              before.version(),
              fields.input(Optional.ofNullable(name)),
              SshKeyResource.class);
    }
    if (output.json()) {
      Json.print(terminal, edited);
    } else {
      terminal.print("Saved SSH key " + edited.name() + ".");
    }
    return ExitCode.OK;
  }
}
