package io.timeledger.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.timeledger.schemas", importOptions = DoNotIncludeTests.class)
class ContractsSeeOnlyJavaTest {
  private static final String[] CONTRACTS = {
    "io.timeledger.schemas.id",
    "io.timeledger.schemas.resource",
    "io.timeledger.schemas.restricted",
    "io.timeledger.schemas.command",
    "io.timeledger.schemas.event",
    "io.timeledger.schemas.reply"
  };

  /// What decisions are made on must not know how it is written or sent. Annotations of Jackson are
  /// names only.
  @ArchTest
  static final ArchRule contracts =
      classes()
          .that()
          .resideInAnyPackage(CONTRACTS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              Stream.concat(
                      Stream.of(CONTRACTS),
                      Stream.of("java..", "org.jspecify..", "com.fasterxml.jackson.annotation.."))
                  .toArray(String[]::new));

  /// Events, replies and webhooks carry resources: what they cannot reach they cannot leak.
  @ArchTest
  static final ArchRule nothingPublicReachesWhatIsRestricted =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.timeledger.schemas.resource",
              "io.timeledger.schemas.event",
              "io.timeledger.schemas.reply",
              "io.timeledger.schemas.webhook")
          .should()
          .transitivelyDependOnClassesThat()
          .resideInAPackage("io.timeledger.schemas.restricted");

  @ArchTest
  static final ArchRule onlyKafkaSeesKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.timeledger.schemas.kafka")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule noSpring =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");
}
