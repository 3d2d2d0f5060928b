package io.vespene.core.servicelogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.project.Project;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import io.vespene.core.testing.TestProjects;
import io.vespene.protocol.worker.LoginMaterial;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceLoginsDatabaseTest {
  private TestEngine engine;
  private ServiceLogins logins;

  @BeforeEach
  void open() {
    engine = TestEngine.open();
    logins = engine.core().serviceLogins();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void thePasswordStandsInNoColumnReadablyAndGoesOutWithTheProjectOnly() {
    ServiceLogin login = logins.create(draft("github", "bot", "s3cret ✓"), People.ALICE);
    Project project = project("site", "github");
    Project other = project("other", "");

    assertThat(
            engine.read(
                String.class,
                "SELECT row_to_json(l)::text || encode(password, 'escape') FROM service_logins l"))
        .doesNotContain("s3cret");
    assertThat(logins.list()).containsExactly(login);
    assertThat(material(project)).contains(new LoginMaterial("github", "bot", "s3cret ✓"));
    assertThat(material(other)).isEmpty();
  }

  @Test
  void anEditKeepsAPasswordThatItLeavesOut() {
    ServiceLogin login = logins.create(draft("github", "bot", "s3cret"), People.ALICE);
    Project project = project("site", "github");

    logins.edit(
        login.id(), 1, new ServiceLoginDraft("hub", "", "robot", Optional.empty()), People.ALICE);
    assertThat(material(project)).contains(new LoginMaterial("hub", "robot", "s3cret"));
    logins.edit(login.id(), 2, draft("hub", "robot", "other"), People.ALICE);
    assertThat(material(project)).contains(new LoginMaterial("hub", "robot", "other"));
    assertThatThrownBy(
            () -> logins.edit(login.id(), 2, draft("hub", "robot", "third"), People.ALICE))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void whatIsWrongIsToldByFieldAndNeverRepeatsThePassword() {
    assertThatThrownBy(() ->
            logins.create(
                new ServiceLoginDraft("", "", "a:b", Optional.of("s3c\nret")), People.ALICE))
        .hasMessageContaining("name must be")
        .hasMessageContaining("username must not contain :")
        .hasMessageContaining("password must not contain control characters")
        .hasMessageNotContaining("s3c");
    assertThatThrownBy(
            () -> logins.create(new ServiceLoginDraft("a", "", "", Optional.empty()), People.ALICE))
        .hasMessageContaining("username must not be empty")
        .hasMessageContaining("password must be given");
    assertThatThrownBy(() -> logins.create(draft("a", "a", ""), People.ALICE))
        .hasMessageContaining("password must not be empty");
    assertThatThrownBy(() -> logins.require("none")).isInstanceOf(NotFound.class);
  }

  @Test
  void aLoginInUseIsNotDeleted() {
    ServiceLogin login = logins.create(draft("github", "bot", "s3cret"), People.ALICE);
    for (String name : List.of("a", "b", "c", "d")) {
      project(name, "github");
    }

    assertThatThrownBy(() -> logins.delete(login.id(), People.ALICE))
        .isInstanceOf(Conflict.class)
        .hasMessage("service login 'github' is used by projects 'a', 'b', 'c' and more");
  }

  private Project project(String name, String login) {
    var pool = engine.core().pools().find("general").orElseGet(() -> engine.pool("general"));
    return engine
        .core()
        .projects()
        .create(
            TestProjects.with(name, pool, new ProjectAccess(List.of(), login, List.of())),
            People.ALICE);
  }

  private Optional<LoginMaterial> material(Project project) {
    return engine.core().database().withHandle(handle -> logins.materialFor(handle, project.id()));
  }

  private static ServiceLoginDraft draft(String name, String username, String password) {
    return new ServiceLoginDraft(name, "", username, Optional.of(password));
  }
}
