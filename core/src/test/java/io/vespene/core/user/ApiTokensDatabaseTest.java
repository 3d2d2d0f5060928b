package io.vespene.core.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.Core;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTokensDatabaseTest {
  private TestDatabase database;
  private Core core;
  private User alice;

  @BeforeEach
  void open() {
    database = TestDatabase.migrated();
    core = database.openCore();
    alice = core.users().create(new UserDraft("alice", Optional.of("hash"), false), People.ALICE);
  }

  @AfterEach
  void close() {
    core.close();
    database.close();
  }

  @Test
  void aTokenStandsForItsUser() {
    IssuedApiToken token = issue(Optional.empty());

    assertThat(token.text()).startsWith("vst_").hasSizeGreaterThan(40);
    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(core.apiTokens().authenticate(token.text()))
        .contains(new TokenHolder(alice, TokenScope.LAUNCH));
    assertThat(core.apiTokens().authenticate(token.text() + "x")).isEmpty();
    assertThat(core.apiTokens().list(alice.id()).getFirst().lastUsedAt().orElseThrow())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  @Test
  void theTextIsNotStored() {
    IssuedApiToken token = issue(Optional.empty());

    String stored =
        database
            .jdbi()
            .withHandle(handle ->
                handle.createQuery("SELECT t::text FROM api_tokens t").mapTo(String.class).one());
    assertThat(stored).doesNotContain(token.text());
  }

  @Test
  void anExpiredOrRevokedTokenIsWorthless() {
    IssuedApiToken expired = issue(Optional.of(Duration.ofNanos(1)));
    IssuedApiToken lasting = issue(Optional.of(Duration.ofDays(1)));

    assertThat(core.apiTokens().authenticate(expired.text())).isEmpty();
    assertThat(core.apiTokens().authenticate(lasting.text()))
        .contains(new TokenHolder(alice, TokenScope.LAUNCH));
    core.apiTokens().revoke(alice.id(), lasting.id(), People.ALICE);
    assertThat(core.apiTokens().authenticate(lasting.text())).isEmpty();
    assertThatThrownBy(() -> core.apiTokens().revoke(alice.id() + 1, lasting.id(), People.ALICE))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aDisabledUserIsLockedOut() {
    IssuedApiToken token = issue(Optional.empty());

    core.users().disable("alice", true, People.ALICE);
    assertThat(core.apiTokens().authenticate(token.text())).isEmpty();
    core.users().disable("alice", false, People.ALICE);
    assertThat(core.apiTokens().authenticate(token.text())).isPresent();
  }

  @Test
  void usersHaveUniqueProperNames() {
    assertThatThrownBy(
            () -> core.users().create(new UserDraft("alice", Optional.empty(), true), People.ALICE))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("name is taken");
    assertThatThrownBy(() ->
            core.users().create(new UserDraft("Alice\0", Optional.empty(), true), People.ALICE))
        .isInstanceOf(InvalidInput.class);
    assertThat(core.users().find("bob\0")).isEmpty();
    assertThat(core.users().findLogin("alice").orElseThrow().passwordHash()).contains("hash");
    core.users().changePassword("alice", "new", People.ALICE);
    assertThat(core.users().findLogin("alice").orElseThrow().passwordHash()).contains("new");
  }

  private IssuedApiToken issue(Optional<Duration> lifetime) {
    return core.apiTokens()
        .issue(alice.id(), new ApiTokenDraft("laptop", TokenScope.LAUNCH, lifetime), People.ALICE);
  }
}
