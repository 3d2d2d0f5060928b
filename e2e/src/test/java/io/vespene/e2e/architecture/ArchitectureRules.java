package io.vespene.e2e.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The rules, for the packages below one root: the product's own, or that of an example. */
record ArchitectureRules(String root) {
  private static final Set<String> INJECTIONS =
      Set.of("Autowired", "Inject", "Resource", "Value", "PersistenceContext");

  /** What passes a transaction from store to store, and tells that it failed, without any SQL. */
  private static final Set<String> TRANSACTION = Set.of("Handle", "JdbiException");

  ArchRule packagesUseOnlyWhatTheirRowNames(PackageTable table) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<>("use only packages that their row in ARCHITECTURE.md names") {
              @Override
              public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                  JavaClass used = dependency.getTargetClass().getBaseComponentType();
                  if (isOurs(used) && !table.allows(nameBelowRoot(user), nameBelowRoot(used))) {
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                  }
                }
              }
            });
  }

  ArchRule workersKnowNothingOfTheCore() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".worker..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".core..");
  }

  ArchRule onlyStoresSpeakToTheDatabase() {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "are neither stores nor of core.database",
                type ->
                    !outermost(type).getSimpleName().endsWith("Store")
                        && !nameBelowRoot(type).equals("core.database")))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "speak SQL",
                type ->
                    type.getPackageName().startsWith("java.sql")
                        || (type.getPackageName().startsWith("org.jdbi")
                            && !TRANSACTION.contains(type.getSimpleName()))));
  }

  ArchRule onlyTheServerKnowsSpring() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".server..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..");
  }

  ArchRule namesSayWhatAClassDoes() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl)(\\$.*)?")
        .because("such a name says nothing");
  }

  ArchRule nothingIsInjectedIntoFields() {
    return fields()
        .should()
        .notBeAnnotatedWith(
            DescribedPredicate.<JavaAnnotation<?>>describe(
                "that injects a value",
                annotation -> INJECTIONS.contains(annotation.getRawType().getSimpleName())))
        .because("constructors show where a thing comes from");
  }

  /** The compiled templates lie in one package per folder; the table knows them as one. */
  String nameBelowRoot(JavaClass type) {
    String name = type.getPackageName();
    String below = name.length() > root.length() ? name.substring(root.length() + 1) : "";
    return below.startsWith("server.template.") ? "server.template" : below;
  }

  private boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureRules::outermost).orElse(type);
  }
}
