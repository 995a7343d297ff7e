package io.timeledger.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.timeledger.acceptance",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  /// What is checked from outside must not be read by the classes under test.
  @ArchTest
  static final ArchRule faultsAreJudgedWithoutAnyClassOfThePlatform =
      noClasses()
          .that()
          .resideOutsideOfPackage("..acceptance.webhook..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.timeledger.schemas..",
              "io.timeledger.runtime..",
              "io.timeledger.ingest..",
              "io.timeledger.streams..",
              "io.timeledger.webhooks..");

  @ArchTest
  static final ArchRule onlyTheHarnessStartsProcesses =
      noClasses().should().dependOnClassesThat().areAssignableTo(ProcessBuilder.class);
}
