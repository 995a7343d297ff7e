package io.timeledger.acceptance;

import io.timeledger.acceptance.fault.Fault;
import io.timeledger.acceptance.report.HtmlReport;
import io.timeledger.acceptance.report.RunReport;
import io.timeledger.cli.Program;
import io.timeledger.embedded.Folders;
import io.timeledger.harness.JavaCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command `deploy/testing/acceptance/faults`. Exit status 1 means that an invariant was
/// violated, 2 a wrong command line.
public final class Faults {
  private Faults() {}

  public static void main(String[] args) {
    System.exit(new Program<>(FaultsOptions.class, Faults::run).run(args));
  }

  private static int run(FaultsOptions options) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("timeledger-faults");
    RunReport run =
        new FaultTrial(
                folder,
                JavaCommands.folder(),
                new ClusterSize(
                    options.brokers(),
                    options.streams(),
                    options.apis(),
                    options.dispatchers(),
                    options.connectors()),
                options.seed(),
                faults(options.only(), options.brokers()),
                Duration.ofMinutes(options.minutes()),
                options.kills())
            .run(System.out::println);
    new HtmlReport(run).write(options.report());
    run.findings().verdicts().stream()
        .filter(verdict -> !verdict.holds())
        .forEach(verdict -> System.out.println(verdict.rule() + ": " + verdict.violations()));
    run.recoveries().forEach(System.out::println);
    System.out.println(run.summary() + "; seed " + run.seed() + ", report in " + options.report());
    if (run.findings().hold()) {
      Folders.delete(folder);
      return 0;
    }
    System.out.println("data and output of all processes are kept in " + folder);
    return 1;
  }

  private static List<Fault> faults(@Nullable List<Fault> only, int brokers) {
    if (only != null) {
      return only;
    }
    return brokers == 1 ? Fault.ofOneBroker() : Fault.ofSeveralBrokers();
  }
}
