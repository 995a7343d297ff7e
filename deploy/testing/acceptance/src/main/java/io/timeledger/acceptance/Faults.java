package io.timeledger.acceptance;

import io.timeledger.acceptance.fault.Fault;
import io.timeledger.acceptance.report.HtmlReport;
import io.timeledger.acceptance.report.RunReport;
import io.timeledger.embedded.Folders;
import io.timeledger.harness.JavaCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The command `deploy/testing/acceptance/faults`. Exit status 1 means that an invariant was
/// violated, 2 a wrong command line.
public final class Faults {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "--minutes", "5",
          "--seed", "1",
          "--kills", "0",
          "--brokers", "1",
          "--streams", "2",
          "--apis", "2",
          "--dispatchers", "2",
          "--only", "",
          "--report", "target/faults.html");

  private Faults() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = new HashMap<>(DEFAULTS);
    for (int i = 0; i < args.length; i += 2) {
      if (!DEFAULTS.containsKey(args[i]) || i + 1 == args.length) {
        System.err.println("faults: unknown option " + args[i] + ", see --help");
        System.exit(2);
      }
      options.put(args[i], args[i + 1]);
    }
    System.exit(run(options) ? 0 : 1);
  }

  private static boolean run(Map<String, String> options) throws IOException, InterruptedException {
    Path report = Path.of(options.getOrDefault("--report", ""));
    Path folder = Files.createTempDirectory("timeledger-faults");
    RunReport run =
        new FaultTrial(
                folder,
                JavaCommands.folder(),
                new ClusterSize(
                    number(options, "--brokers"),
                    number(options, "--streams"),
                    number(options, "--apis"),
                    number(options, "--dispatchers")),
                number(options, "--seed"),
                faults(options.getOrDefault("--only", ""), number(options, "--brokers")),
                Duration.ofMinutes(number(options, "--minutes")),
                number(options, "--kills"))
            .run(System.out::println);
    new HtmlReport(run).write(report);
    run.findings().verdicts().stream()
        .filter(verdict -> !verdict.holds())
        .forEach(verdict -> System.out.println(verdict.rule() + ": " + verdict.violations()));
    run.recoveries().forEach(System.out::println);
    System.out.println(run.summary() + "; seed " + run.seed() + ", report in " + report);
    if (run.findings().hold()) {
      Folders.delete(folder);
    } else {
      System.out.println("data and output of all processes are kept in " + folder);
    }
    return run.findings().hold();
  }

  private static List<Fault> faults(String only, int brokers) {
    if (only.isEmpty()) {
      return brokers == 1 ? Fault.ofOneBroker() : Fault.ofSeveralBrokers();
    }
    return Stream.of(only.split(",", -1)).map(Fault::named).toList();
  }

  private static int number(Map<String, String> options, String name) {
    return Integer.parseInt(options.getOrDefault(name, ""));
  }
}
