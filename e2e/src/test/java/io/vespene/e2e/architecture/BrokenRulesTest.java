package io.vespene.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Shows of each rule that it can fail: the classes below "fixture" break them all, once each. */
class BrokenRulesTest {
  private static final String ROOT = BrokenRulesTest.class.getPackageName() + ".fixture";
  private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);
  private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(ROOT);

  @Test
  void usingAPackageThatTheRowDoesNotNameIsSeen() {
    var table =
        PackageTable.parse(
            """
            | Package | Holds | May use |
            |---|---|---|
            | `core.build` | builds | |
            | `worker` | runs builds | `core.database`, `core.unlisted` |
            """);

    assertBroken(RULES.packagesUseOnlyWhatTheirRowNames(table), "fixture.worker.NosyWorker");
  }

  @Test
  void aWorkerThatUsesTheCoreIsSeen() {
    assertBroken(RULES.workersKnowNothingOfTheCore(), "fixture.worker.NosyWorker");
  }

  @Test
  void sqlOutsideStoresIsSeen() {
    assertBroken(RULES.onlyStoresSpeakToTheDatabase(), "fixture.core.build.BuildManager");
  }

  @Test
  void springOutsideTheServerIsSeen() {
    assertBroken(RULES.onlyTheServerKnowsSpring(), "fixture.worker.NosyWorker");
  }

  @Test
  void anEmptyNameIsSeen() {
    assertBroken(RULES.namesSayWhatAClassDoes(), "fixture.core.build.BuildManager");
  }

  @Test
  void anInjectedFieldIsSeen() {
    assertBroken(RULES.nothingIsInjectedIntoFields(), "fixture.worker.NosyWorker.name");
  }

  @Test
  void aTextWithoutATableIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PackageTable.parse("| Package | Purpose |\n|---|---|\n| a | b |"));
  }

  private static void assertBroken(ArchRule rule, String culprit) {
    assertThat(rule.evaluate(FIXTURE).getFailureReport().getDetails())
        .isNotEmpty()
        .allMatch(detail -> detail.contains(culprit));
  }
}
