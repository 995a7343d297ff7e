package io.timeledger.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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
  private static final String[] DECISIONS = {
    "io.timeledger.streams.ledger",
    "io.timeledger.streams.ledger.access",
    "io.timeledger.streams.ledger.batch",
    "io.timeledger.streams.ledger.approval",
    "io.timeledger.streams.ledger.decide",
    "io.timeledger.streams.ledger.directory",
    "io.timeledger.streams.ledger.entry",
    "io.timeledger.streams.ledger.imports",
    "io.timeledger.streams.ledger.invoice",
    "io.timeledger.streams.ledger.overtime",
    "io.timeledger.streams.ledger.rate",
    "io.timeledger.streams.ledger.rule",
    "io.timeledger.streams.ledger.trial",
    "io.timeledger.streams.ledger.reach",
    "io.timeledger.streams.ledger.reference",
    "io.timeledger.streams.ledger.settings",
    "io.timeledger.streams.ledger.state",
    "io.timeledger.streams.ledger.timer",
    "io.timeledger.streams.ledger.timesheet",
    "io.timeledger.streams.ledger.webhook"
  };

  private static final String[] CONTRACTS = {
    "io.timeledger.schemas.id",
    "io.timeledger.schemas.resource",
    "io.timeledger.schemas.command",
    "io.timeledger.schemas.event",
    "io.timeledger.schemas.reply",
    "io.timeledger.schemas.text"
  };

  /// The contracts that decisions are made on see only `java.*` themselves.
  @ArchTest
  static final ArchRule decisionsSeeOnlyJavaAndContracts =
      classes()
          .that()
          .resideInAnyPackage(DECISIONS)
          .should()
          .onlyDependOnClassesThat(
              Predicates.resideInAnyPackage(DECISIONS)
                  .or(Predicates.resideInAnyPackage(CONTRACTS))
                  .or(Predicates.resideInAnyPackage("java..", "org.jspecify..")));

  @ArchTest
  static final ArchRule decisionsHaveNoClockNoChanceAndNoIo =
      noClasses()
          .that()
          .resideInAnyPackage(DECISIONS)
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

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("io.timeledger.streams.(**)").should().beFreeOfCycles();

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
  static final ArchRule servicesDoNotSeeEachOther =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.timeledger.ingest..",
              "io.timeledger.webhooks..",
              "io.timeledger.calendar..",
              "io.timeledger.embedded..",
              "io.timeledger.local..");
}
