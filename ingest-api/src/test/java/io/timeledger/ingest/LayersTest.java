package io.timeledger.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
          .resideOutsideOfPackages("..ingest.kafka..", "..ingest.postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..ingest.kafka..", "..ingest.postgres..");
}
