package io.vespene.server;

import io.vespene.core.user.LoginAttemptStore;
import io.vespene.server.security.Accounts;
import io.vespene.server.security.LoginLimit;
import io.vespene.server.security.Passwords;
import io.vespene.server.security.Viewer;
import io.vespene.server.security.WorkerIdentity;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server over its own database, for all tests of a class. */
final class ServerExtension implements BeforeAllCallback, AfterAllCallback {
  static final String PASSWORD = "correct horse battery";
  static final String TOKEN = "token-of-alice";
  static final String CREDENTIAL = "credential-of-w1";

  private Optional<EmbeddedPostgres> postgres = Optional.empty();
  private Optional<Foundation> foundation = Optional.empty();
  private Optional<RunningServer> server = Optional.empty();

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    var embedded = EmbeddedPostgres.start();
    postgres = Optional.of(embedded);
    DataSource dataSource = embedded.getPostgresDatabase();
    Flyway.configure().dataSource(dataSource).load().migrate();
    foundation =
        Optional.of(
            new Foundation(
                dataSource,
                new Alice(),
                limit(dataSource),
                credential ->
                    credential.equals(CREDENTIAL)
                        ? Optional.of(new WorkerIdentity(1, "w1"))
                        : Optional.empty()));
    server = Optional.of(another(ServerSettings.onLoopback(0)));
  }

  /** One more server over the same database; the caller stops it. */
  RunningServer another(ServerSettings settings) {
    return VespeneServer.start(settings, foundation.orElseThrow());
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server.ifPresent(RunningServer::stop);
    if (postgres.isPresent()) {
      postgres.get().close();
    }
  }

  Browser browser() {
    return new Browser(server.orElseThrow().url());
  }

  int port() {
    return server.orElseThrow().port();
  }

  private static LoginLimit limit(DataSource dataSource) {
    var attempts = new LoginAttemptStore(Jdbi.create(dataSource));
    return new LoginLimit() {
      @Override
      public boolean admit(String userName, String address) {
        return attempts.admit(userName, address);
      }

      @Override
      public void clear(String userName, String address) {
        attempts.clear(userName, address);
      }
    };
  }

  private static final class Alice implements Accounts {
    private final Viewer alice = new Viewer(1, "alice", true);
    private final String hash = new Passwords().hash(PASSWORD);

    @Override
    public Optional<Account> findByName(String name) {
      return name.equals("alice") ? Optional.of(new Account(alice, hash)) : Optional.empty();
    }

    @Override
    public Optional<Viewer> findById(long id) {
      return id == 1 ? Optional.of(alice) : Optional.empty();
    }

    @Override
    public Optional<Viewer> findByToken(String token) {
      return token.equals(TOKEN) ? Optional.of(alice) : Optional.empty();
    }
  }
}
