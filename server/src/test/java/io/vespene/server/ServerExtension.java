package io.vespene.server;

import io.vespene.core.Core;
import io.vespene.core.CoreSettings;
import io.vespene.core.audit.Actor;
import io.vespene.core.project.ProjectRules;
import io.vespene.core.testing.TestDatabase;
import io.vespene.core.user.ApiTokenDraft;
import io.vespene.core.user.UserDraft;
import io.vespene.server.security.Passwords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A server over its own database, for all tests of a class. There are two users with the same
 * password: alice, a superuser, and carol, who is none.
 */
final class ServerExtension implements BeforeAllCallback, AfterAllCallback {
  static final String PASSWORD = "correct horse battery";

  private Optional<TestDatabase> database = Optional.empty();
  private Optional<RunningServer> server = Optional.empty();
  private final List<Core> cores = new ArrayList<>();
  private String aliceToken = "";
  private String carolToken = "";

  @Override
  public void beforeAll(ExtensionContext context) {
    database = Optional.of(TestDatabase.migrated());
    Core core = openCore();
    String hash = new Passwords().hash(PASSWORD);
    aliceToken = user(core, new UserDraft("alice", Optional.of(hash), true));
    carolToken = user(core, new UserDraft("carol", Optional.of(hash), false));
    core.start();
    server = Optional.of(VespeneServer.start(ServerSettings.onLoopback(0), core));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.ifPresent(RunningServer::stop);
    cores.forEach(Core::close);
    database.ifPresent(TestDatabase::close);
  }

  /** One more server over the same database; the caller stops it. */
  RunningServer another(ServerSettings settings) {
    Core core = openCore();
    core.start();
    return VespeneServer.start(settings, core);
  }

  /** One more server over the same database, which allows no file URLs; the caller stops it. */
  RunningServer strict() {
    CoreSettings lenient = database.orElseThrow().coreSettings();
    Core core =
        Core.open(
            new CoreSettings(
                lenient.database(),
                lenient.engine(),
                lenient.poolRules(),
                new ProjectRules(false),
                lenient.keyset()));
    cores.add(core);
    core.start();
    return VespeneServer.start(ServerSettings.onLoopback(0), core);
  }

  /** The core of the first server. */
  Core core() {
    return cores.getFirst();
  }

  Browser browser() {
    return new Browser(server.orElseThrow().url());
  }

  /** A program that acts as the superuser. */
  ApiClient alice() {
    return new ApiClient(browser(), aliceToken);
  }

  /** A program that acts as an ordinary user. */
  ApiClient carol() {
    return new ApiClient(browser(), carolToken);
  }

  /** A program that shows any other token. */
  ApiClient client(String token) {
    return new ApiClient(browser(), token);
  }

  /** What can be asked of the server. */
  SortedSet<Route> routes() {
    return Route.mapped(
        server
            .orElseThrow()
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
  }

  int port() {
    return server.orElseThrow().port();
  }

  private Core openCore() {
    Core core = database.orElseThrow().openCore();
    cores.add(core);
    return core;
  }

  private static String user(Core core, UserDraft draft) {
    long id = core.users().create(draft, Actor.system("test")).id();
    return core.apiTokens().issue(id, ApiTokenDraft.unlimited("test"), Actor.system("test")).text();
  }
}
