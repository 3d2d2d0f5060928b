package io.vespene.e2e.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vespene.e2e.Checkout;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final ArchitectureRules RULES = new ArchitectureRules("io.vespene");
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/io/vespene/e2e/"))
          .withImportOption(location -> !location.contains("/io/vespene/bench/"))
          .importPackages("io.vespene");
  private static final PackageTable TABLE =
      PackageTable.read(Checkout.folder().resolve("ARCHITECTURE.md"));

  @Test
  void everyPackageStandsInTheTableAndEveryRowIsAPackage() {
    var packages =
        PRODUCT.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(RULES::nameBelowRoot)
            .collect(toCollection(TreeSet::new));

    assertThat(new TreeSet<>(TABLE.packages())).isEqualTo(packages);
  }

  @Test
  void packagesUseOnlyWhatTheirRowNames() {
    RULES.packagesUseOnlyWhatTheirRowNames(TABLE).check(PRODUCT);
  }

  @Test
  void rowsNameOnlyRowsAboveThem() {
    var above = new TreeSet<String>();
    TABLE
        .mayUse()
        .forEach((name, mayUse) -> {
          assertThat(above).as("the rows above " + name).containsAll(mayUse);
          above.add(name);
        });
  }

  @Test
  void workersKnowNothingOfTheCore() {
    RULES.workersKnowNothingOfTheCore().check(PRODUCT);
  }

  @Test
  void onlyStoresSpeakToTheDatabase() {
    RULES.onlyStoresSpeakToTheDatabase().check(PRODUCT);
  }

  @Test
  void onlyTheServerKnowsSpring() {
    RULES.onlyTheServerKnowsSpring().check(PRODUCT);
  }

  @Test
  void namesSayWhatAClassDoes() {
    RULES.namesSayWhatAClassDoes().check(PRODUCT);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    RULES.nothingIsInjectedIntoFields().check(PRODUCT);
  }
}
