package io.vespene.cli.administration;

import io.vespene.cli.client.TextSource;
import io.vespene.cli.service.LogSetup;
import io.vespene.cli.service.OpenCore;
import io.vespene.cli.service.SecretFile;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.LogSettings;
import io.vespene.cli.settings.SettingsOptions;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.cli.terminal.Terminal;
import io.vespene.core.Core;
import io.vespene.core.audit.Actor;
import io.vespene.core.user.ApiTokenDraft;
import io.vespene.core.user.User;
import io.vespene.core.user.UserDraft;
import io.vespene.server.security.Passwords;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a user who may do everything. */
@Command(
    name = "create-superuser",
    description = "Make a user who may do everything. The password is asked for.")
public final class CreateSuperuserCommand implements Callable<Integer> {
  private static final Actor SELF = Actor.system("vespene create-superuser");

  private final Terminal terminal;
  @Mixin private final SettingsOptions settings;

  @Parameters(
      paramLabel = "NAME",
      description = "Small letters, digits and . _ @ -, at most 64 characters.")
  private String name = "";

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "A file with the password on its first line, or '-' for standard input.")
  private @Nullable String passwordFile;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Also make an API token and write it to this file, with mode 0600.")
  private @Nullable Path tokenFile;

  public CreateSuperuserCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.settings = new SettingsOptions(environment);
  }

  @Override
  public Integer call() {
    EffectiveSettings effective = settings.read(Map.of());
    LogSetup.apply(LogSettings.of(effective));
    String password =
        NewPassword.obtain(new TextSource(terminal.in()), Optional.ofNullable(passwordFile));
    String hash = new Passwords().hash(password);
    try (Core core = OpenCore.openWithoutKeys(effective)) {
      core.migrations().requireCurrent();
      User user = core.users().create(new UserDraft(name, Optional.of(hash), true), SELF);
      if (tokenFile != null) {
        SecretFile.write(
            tokenFile,
            core.apiTokens()
                .issue(user.id(), ApiTokenDraft.unlimited("create-superuser"), SELF)
                .text());
      }
    }
    terminal.print("Made superuser " + name + ".");
    return ExitCode.OK;
  }
}
