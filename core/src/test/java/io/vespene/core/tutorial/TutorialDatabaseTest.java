package io.vespene.core.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.build.ProjectOverview;
import io.vespene.core.project.Project;
import io.vespene.core.testing.People;
import io.vespene.core.testing.TestEngine;
import org.junit.jupiter.api.Test;

class TutorialDatabaseTest {
  @Test
  void aFirstStartMakesAPoolAndFourProjectsOnce() {
    try (TestEngine engine = TestEngine.open()) {
      var choices = new TutorialChoices("none", "", "file:///srv/tutorial.git", People.ALICE);

      engine.core().tutorial().setUp(choices);
      engine.core().tutorial().setUp(choices);

      assertThat(engine.core().board().list())
          .extracting(ProjectOverview::project)
          .extracting(project -> project.name())
          .containsExactly(
              "tutorial-failing", "tutorial-git", "tutorial-hello", "tutorial-variables");
      Project git = engine.core().projects().require("tutorial-git");
      assertThat(git.settings().scmType()).isEqualTo("git");
      assertThat(git.settings().workerPool()).isEqualTo("general");
      assertThat(
              engine.core().projects().require("tutorial-variables").settings().variables().own())
          .containsKey("greeting");
    }
  }
}
