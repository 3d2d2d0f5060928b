package io.vespene.cli.sshkey;

import io.vespene.cli.client.SecretSource;
import io.vespene.cli.client.TextSource;
import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.protocol.rest.SshKeyInput;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** An SSH key's fields as options; those not given stay unsaid. */
final class SshKeyFields {
  private final TextSource texts;
  private final SecretSource secrets;

  @Option(names = "--description", paramLabel = "TEXT", description = "What the key opens.")
  private @Nullable String description;

  @Option(
      names = "--private-key",
      paramLabel = "FILE",
      description =
          "The file with the private key, in OpenSSH or PEM form, or '-' for standard input.")
  private @Nullable String privateKey;

  @Option(
      names = "--unlock-password-file",
      paramLabel = "FILE",
      description =
          "A file with the password of a locked key on its first line, or '-' for standard input.")
  private @Nullable String unlockPasswordFile;

  @Option(names = "--ask-unlock-password", description = "Ask for the password of a locked key.")
  private boolean askUnlockPassword;

  SshKeyFields(InputStream standardInput) {
    this.texts = new TextSource(standardInput);
    this.secrets = new SecretSource(texts);
  }

  SshKeyInput forNew(String name) {
    if (privateKey == null) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "--private-key FILE is missing.");
    }
    return input(Optional.of(name));
  }

  SshKeyInput input(Optional<String> name) {
    if ("-".equals(privateKey) && "-".equals(unlockPasswordFile)) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT,
          "--private-key and --unlock-password-file can't both be standard input.");
    }
    return new SshKeyInput(
        name,
        Optional.ofNullable(description),
        Optional.ofNullable(privateKey).map(file -> texts.read("--private-key", file)),
        unlockPassword());
  }

  private Optional<String> unlockPassword() {
    if (askUnlockPassword) {
      return Optional.of(secrets.ask("Unlock password", "--unlock-password-file"));
    }
    return Optional.ofNullable(unlockPasswordFile)
        .map(file -> secrets.firstLine("--unlock-password-file", file));
  }
}
