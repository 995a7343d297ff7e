package io.timeledger.calendar;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Record;

@AnalyzeClasses(
    packages = "io.timeledger.calendar",
    importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

  @ArchTest
  static final ArchRule onlyTheKafkaPackageSeesKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage("..calendar.kafka..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.timeledger.schemas.kafka..");

  @ArchTest
  static final ArchRule onlyThePostgresPackageAndTheWiringSeeSql =
      noClasses()
          .that()
          .resideOutsideOfPackages("..calendar.postgres..", "io.timeledger.calendar")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule columnsHaveNamesThatTheCompilerChecks =
      noClasses()
          .should()
          .callMethodWhere(
              target(owner(assignableTo(Record.class)))
                  .and(target(nameMatching("get|getValue")))
                  .and(
                      target(rawParameterTypes(String.class))
                          .or(target(rawParameterTypes(String.class, Class.class)))));

  @ArchTest
  static final ArchRule onlyEgressCalls =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc..", "java.net.http..");

  @ArchTest
  static final ArchRule onlyProvidersCallThroughIt =
      noClasses()
          .that()
          .resideOutsideOfPackages("..calendar.provider..", "io.timeledger.calendar")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.timeledger.egress..");

  @ArchTest
  static final ArchRule rulesArePure =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..calendar.fold..",
              "..calendar.round..",
              "..calendar.push..",
              "..calendar.connect..",
              "..calendar.intake..")
          .and(DescribedPredicate.not(Predicates.simpleName("WindowsZones"))) // reads its own table
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "java.util.concurrent..", "java.io..", "java.net.http..");

  @ArchTest
  static final ArchRule onlyTokenEndpointsSeeTheirLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("..calendar.provider.oauth..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.security..", "com.nimbusds..");

  @ArchTest
  static final ArchRule onlyTheIcsProviderSeesItsLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("..calendar.provider.ics..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.fortuna..");

  @ArchTest
  static final ArchRule timeAndChanceAreGiven =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..calendar.fold..",
              "..calendar.connect..",
              "..calendar.push..",
              "..calendar.round..",
              "..calendar.intake..",
              "..calendar.provider..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule packagesHaveNoCircles =
      slices().matching("io.timeledger.calendar.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule useCasesKnowNothingOfHowTheyAreServed =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..calendar.postgres..", "..calendar.kafka..", "io.timeledger.calendar")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..calendar.postgres..", "..calendar.kafka..", "io.timeledger.calendar");

  @ArchTest
  static final ArchRule servicesSeeOnlyTheirOwnAndWhatIsShared =
      noClasses()
          .should()
          .dependOnClassesThat(
              Predicates.resideInAPackage("io.timeledger..")
                  .and(
                      DescribedPredicate.not(
                          Predicates.resideInAnyPackage(
                              "io.timeledger.calendar..",
                              "io.timeledger.schemas..",
                              "io.timeledger.egress..",
                              "io.timeledger.runtime.."))));
}
