package io.vespene.cli.sshkey;

import io.vespene.cli.client.Api;
import io.vespene.cli.client.ApiPath;
import io.vespene.cli.client.ConnectionOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Delete a SSH key that no project uses.")
final class SshKeyDelete implements Callable<Integer> {
  private final Terminal terminal;
  @Mixin private final ConnectionOptions connection;

  @Parameters(paramLabel = "KEY", description = "The SSH key's name or number.")
  private String wanted = "";

  SshKeyDelete(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.connection = new ConnectionOptions(environment);
  }

  @Override
  public Integer call() {
    try (Api api = connection.connect()) {
      api.delete(ApiPath.of("ssh-keys", wanted));
    }
    terminal.print("Deleted SSH key " + wanted + ".");
    return ExitCode.OK;
  }
}
