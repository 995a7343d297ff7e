package io.timeledger.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.timeledger.schemas", importOptions = DoNotIncludeTests.class)
class ContractsSeeOnlyJavaTest {
  private static final String[] CONTRACTS = {
    "io.timeledger.schemas.id",
    "io.timeledger.schemas.resource",
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
              "java..",
              "org.jspecify..",
              "com.fasterxml.jackson.annotation..",
              "io.timeledger.schemas.id",
              "io.timeledger.schemas.resource",
              "io.timeledger.schemas.command",
              "io.timeledger.schemas.event",
              "io.timeledger.schemas.reply");

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
