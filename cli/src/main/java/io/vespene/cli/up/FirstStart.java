package io.vespene.cli.up;

import io.vespene.cli.service.SecretFile;
import io.vespene.core.Core;
import io.vespene.core.audit.Actor;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.secret.Keyset;
import io.vespene.core.tutorial.TutorialChoices;
import io.vespene.core.user.ApiTokenDraft;
import io.vespene.core.user.User;
import io.vespene.core.user.UserDraft;
import io.vespene.server.security.Passwords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a first start makes: keys, the administrator, the tutorial. Every step looks whether it was
 * done before, so a start that was cut short is finished by the next.
 */
final class FirstStart {
  private static final String ADMIN = "admin";
  private static final String POOL = "general";
  private static final Actor UP = Actor.system("vespene up");

  private final DataDirectory directory;

  FirstStart(DataDirectory directory) {
    this.directory = directory;
  }

  /** The password of the database's only user. */
  String databasePassword() throws IOException {
    Path file = directory.postgresPassword();
    if (!Files.exists(file)) {
      SecretFile.write(file, RandomText.password());
    }
    return Files.readString(file).strip();
  }

  void makeKeys() {
    if (!Files.exists(directory.keyset())) {
      Keyset.generate(directory.keyset());
    }
  }

  /** Makes the administrator, and a token that works for the client. */
  void makeAdministrator(Core core) throws IOException {
    User admin = core.users().find(ADMIN).orElseGet(() -> createAdministrator(core));
    Path tokenFile = directory.adminToken();
    boolean works =
        Files.exists(tokenFile)
            && core.apiTokens().authenticate(Files.readString(tokenFile).strip()).isPresent();
    if (!works) {
      SecretFile.write(
          tokenFile,
          core.apiTokens().issue(admin.id(), ApiTokenDraft.unlimited("vespene up"), UP).text());
    }
  }

  void makeTutorial(Core core) throws IOException {
    if (Files.exists(directory.tutorialMark())) {
      return;
    }
    var repository = new TutorialRepository(directory.tutorialRepository());
    repository.make();
    core.tutorial().setUp(new TutorialChoices("none", "", repository.url(), Actor.system(ADMIN)));
    Files.createDirectories(directory.tutorialMark().getParent());
    Files.createFile(directory.tutorialMark());
  }

  /**
   * The token with which the local worker joins. Empty when somebody has deleted the pool: the
   * worker has its own credential then, or has nothing to do.
   */
  Optional<String> workerToken(Core core) {
    Path file = directory.workerToken();
    Optional<WorkerPool> pool = core.pools().find(POOL);
    if (pool.isPresent() && !Files.exists(file)) {
      SecretFile.write(file, core.poolTokens().issue(pool.get().id(), Actor.system(ADMIN)).text());
    }
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + file + " can't be read", e);
    }
  }

  private User createAdministrator(Core core) {
    String password = RandomText.password();
    // The file first: a user whose password nobody knows would be worse than a file too many.
    SecretFile.write(directory.adminPassword(), password);
    String hash = new Passwords().hash(password);
    return core.users().create(new UserDraft(ADMIN, Optional.of(hash), true), UP);
  }
}
