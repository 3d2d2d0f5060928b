package io.vespene.cli.servicelogin;

import io.vespene.cli.client.SecretSource;
import io.vespene.cli.client.TextSource;
import io.vespene.protocol.rest.ServiceLoginInput;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A service login's fields as options; those not given stay unsaid. */
final class ServiceLoginFields {
  private static final String FILE_OPTION = "--password-file";

  private final SecretSource secrets;

  @Option(names = "--description", paramLabel = "TEXT", description = "What the login opens.")
  private @Nullable String description;

  @Option(
      names = "--username",
      paramLabel = "NAME",
      description = "The username at the repository's server.")
  private @Nullable String username;

  @Option(
      names = FILE_OPTION,
      paramLabel = "FILE",
      description =
          "A file with the password, or access token, on its first line; '-' for standard input.")
  private @Nullable String passwordFile;

  @Option(
      names = "--ask-password",
      description = "Ask for the password. A new login without a file asks in any case.")
  private boolean askPassword;

  ServiceLoginFields(InputStream standardInput) {
    this.secrets = new SecretSource(new TextSource(standardInput));
  }

  ServiceLoginInput forNew(String name) {
    return input(Optional.of(name), passwordFile == null);
  }

  ServiceLoginInput input(Optional<String> name) {
    return input(name, askPassword);
  }

  private ServiceLoginInput input(Optional<String> name, boolean ask) {
    return new ServiceLoginInput(
        name,
        Optional.ofNullable(description),
        Optional.ofNullable(username),
        ask
            ? Optional.of(secrets.ask("Password", FILE_OPTION))
            : Optional.ofNullable(passwordFile).map(file -> secrets.firstLine(FILE_OPTION, file)));
  }
}
