package io.timeledger.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "io.timeledger.streams", importOptions = DoNotIncludeTests.class)
class LayersTest {
  /// All of the ledger but what reads, seals and writes records: a new package is one of them.
  private static final DescribedPredicate<JavaClass> DECISIONS =
      Predicates.resideInAPackage("io.timeledger.streams.ledger..")
          .and(
              DescribedPredicate.not(
                  Predicates.resideInAnyPackage(
                      "io.timeledger.streams.ledger.kafka..",
                      "io.timeledger.streams.ledger.seal..")))
          .as("decisions");

  private static final String[] CONTRACTS = {
    "io.timeledger.schemas.id",
    "io.timeledger.schemas.resource",
    "io.timeledger.schemas.restricted",
    "io.timeledger.schemas.command",
    "io.timeledger.schemas.event",
    "io.timeledger.schemas.reply",
    "io.timeledger.schemas.text"
  };

  @ArchTest
  static final ArchRule decisionsSeeOnlyJavaAndContracts =
      classes()
          .that(DECISIONS)
          .should()
          .onlyDependOnClassesThat(
              DECISIONS
                  .or(Predicates.resideInAnyPackage(CONTRACTS))
                  .or(Predicates.resideInAnyPackage("java..", "org.jspecify..")));

  @ArchTest
  static final ArchRule decisionsHaveNoClockNoChanceAndNoIo =
      noClasses()
          .that(DECISIONS)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule foldsSeeOnlyJavaAndContracts =
      classes()
          .that()
          .resideInAPackage("io.timeledger.streams.rollup")
          .should()
          .onlyDependOnClassesThat(
              Predicates.resideInAPackage("io.timeledger.streams.rollup")
                  .or(Predicates.resideInAnyPackage(CONTRACTS))
                  .or(Predicates.resideInAnyPackage("java..", "org.jspecify..")));

  /// The pattern starts above the module's root package, so that this is one of the slices.
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.timeledger.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyKafkaPackagesSeeKafka =
      noClasses()
          .that()
          .resideOutsideOfPackages("..kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..", "org.rocksdb..");

  @ArchTest
  static final ArchRule onlyPostgresPackagesSeeJooq =
      noClasses()
          .that()
          .resideOutsideOfPackages("..postgres..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jooq..", "io.timeledger.schemas.jooq..", "java.sql..");

  @ArchTest
  static final ArchRule servicesSeeOnlyTheirOwnAndWhatIsShared =
      noClasses()
          .should()
          .dependOnClassesThat(
              Predicates.resideInAPackage("io.timeledger..")
                  .and(
                      DescribedPredicate.not(
                          Predicates.resideInAnyPackage(
                              "io.timeledger.streams..",
                              "io.timeledger.schemas..",
                              "io.timeledger.runtime.."))));
}
