package io.timeledger.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@AnalyzeClasses(
    packages = "io.timeledger.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule onlyTheKafkaPackageSeesKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("..ingest.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.springframework.kafka..",
              "io.timeledger.runtime.kafka.request..",
              "io.timeledger.schemas.kafka..");

  @ArchTest
  static final ArchRule onlyThePostgresPackageSeesSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("..ingest.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.jooq..", "java.sql..", "javax.sql..", "io.timeledger.schemas.jooq..");

  @ArchTest
  static final ArchRule onlyReadViewsAreSeen =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.timeledger.schemas.jooq.projection..", "io.timeledger.schemas.jooq.projector..");

  @ArchTest
  static final ArchRule servicesSeeOnlyTheirOwnAndWhatIsShared =
      noClasses()
          .should()
          .dependOnClassesThat(
              Predicates.resideInAPackage("io.timeledger..")
                  .and(
                      DescribedPredicate.not(
                          Predicates.resideInAnyPackage(
                              "io.timeledger.ingest..",
                              "io.timeledger.schemas..",
                              "io.timeledger.runtime.."))));

  @ArchTest
  static final ArchRule noUseCaseSeesInfrastructure =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..ingest.kafka..", "..ingest.postgres..", "io.timeledger.ingest")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..ingest.kafka..", "..ingest.postgres..");

  @ArchTest
  static final ArchRule beansAreRegisteredExplicitly =
      noClasses()
          .should()
          .beAnnotatedWith(Component.class)
          .orShould()
          .beAnnotatedWith(Service.class)
          .orShould()
          .beAnnotatedWith(Repository.class)
          .orShould()
          .beAnnotatedWith(ComponentScan.class);

  @ArchTest
  static final ArchRule controllersAreRegistered =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .or()
          .areAnnotatedWith(RestControllerAdvice.class)
          .should(beImportedInTheirPackage());

  private static ArchCondition<JavaClass> beImportedInTheirPackage() {
    return new ArchCondition<>("be imported by a configuration of their package") {
      @Override
      public void check(JavaClass controller, ConditionEvents events) {
        boolean imported =
            controller.getPackage().getClasses().stream()
                .filter(type -> type.isAnnotatedWith(Import.class))
                .flatMap(type -> Arrays.stream(type.getAnnotationOfType(Import.class).value()))
                .anyMatch(type -> type.getName().equals(controller.getName()));
        events.add(
            new SimpleConditionEvent(
                controller, imported, controller.getName() + " is in no @Import"));
      }
    };
  }
}
