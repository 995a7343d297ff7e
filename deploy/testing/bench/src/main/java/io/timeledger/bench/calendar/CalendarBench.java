package io.timeledger.bench.calendar;

import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.Table;
import io.timeledger.bench.calendar.CalendarOptions.Extent;
import io.timeledger.bench.compare.Spread;
import io.timeledger.cli.Program;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.ServiceProcess;
import io.timeledger.harness.webhook.LatencyPercentiles;
import io.timeledger.twin.ProviderTwin;
import io.timeledger.twin.TwinSetup;
import io.timeledger.twin.script.TwinControl;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/// The command `deploy/testing/bench/calendar`.
public final class CalendarBench {
  private static final int HEAP_MEGABYTES = 256;
  private static final String POLL = "TIMELEDGER_CALENDAR_POLL";

  /// The connector makes five calls in a second to one account, no more.
  private static final String OFTEN = "200ms";

  private static final double ROUNDS_AN_HOUR = 4; // polled every 15 minutes
  private static final String BLOCKS = "select count(*) from calendar.block";

  private final Cluster cluster;
  private final TwinControl twin;
  private final BenchMailboxes mailboxes;
  private final ConnectorTables tables;
  private final PlainReader plain;
  private final Extent extent;
  private final PrintStream out;
  private final BenchProgress progress;

  private CalendarBench(
      Cluster cluster,
      TwinControl twin,
      BenchMailboxes mailboxes,
      ConnectorTables tables,
      PlainReader plain,
      Extent extent,
      PrintStream out,
      BenchProgress progress) {
    this.cluster = cluster;
    this.twin = twin;
    this.mailboxes = mailboxes;
    this.tables = tables;
    this.plain = plain;
    this.extent = extent;
    this.out = out;
    this.progress = progress;
  }

  public static void main(String[] args) {
    System.exit(new Program<>(CalendarOptions.class, CalendarBench::run).run(args));
  }

  private static int run(CalendarOptions options) throws Exception {
    run(Extent.of(options), System.out, new BenchProgress(System.err));
    return 0;
  }

  static void run(Extent extent, PrintStream out, BenchProgress progress) throws Exception {
    Path folder = Files.createTempDirectory("timeledger-bench");
    try (ProviderTwin twin = ProviderTwin.start(TwinSetup.empty(InstantSource.system()));
        Cluster cluster =
            progress.of(
                "broker, database, ledger and API",
                () ->
                    Cluster.of(JavaCommands.jars(JavaCommands.folder()))
                        .streams(1)
                        .apis(1)
                        .heap(HEAP_MEGABYTES)
                        .provider(twin.url())
                        .start(folder));
        ConnectorTables tables = ConnectorTables.of(cluster);
        PlainReader plain = new PlainReader(twin.url(), tables.database())) {
      TwinControl control = new TwinControl(twin.url());
      BenchMailboxes mailboxes =
          progress.of("meetings at the twin", () -> BenchMailboxes.fill(control, extent));
      new CalendarBench(cluster, control, mailboxes, tables, plain, extent, out, progress)
          .measure();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void measure() throws Exception {
    out.printf(
        Locale.ROOT,
        "%d accounts of %d events, %d turns, the twin in the process of the benchmark%n",
        extent.accounts(),
        extent.events(),
        extent.turns());
    Table table = new Table("Per second", "work", "connector", "plain loop", "ratio");
    ServiceProcess importing =
        progress.of("connector", () -> cluster.addConnector(Map.of(POLL, "1h")));
    progress.of("sign-ins", this::signIn);
    imports(table);
    importing.stop();
    ServiceProcess polling =
        progress.of("connector that polls", () -> cluster.addConnector(Map.of(POLL, OFTEN)));
    double millis = quietRounds(table, polling);
    polling.stop();
    table.print(out);
    LatencyPercentiles pushed = pushed();
    out.printf(
        Locale.ROOT,
        "%nOne round without changes costs the connector %.1f ms of CPU time: %.1f ms an hour for a"
            + " calendar that is polled every 15 minutes; 10,000 such calendars, %.0f %% of a core.%n"
            + "From a moved meeting to its block, with push: %s.%n",
        millis,
        millis * ROUNDS_AN_HOUR,
        millis * 10_000 * ROUNDS_AN_HOUR / 36_000,
        pushed);
  }

  private int signIn() throws Exception {
    mailboxes.connect(cluster, "ws_bench");
    plain.signIn(mailboxes.accounts());
    tables.await(BLOCKS, extent.allEvents());
    return extent.accounts();
  }

  private void imports(Table table) throws Exception {
    double[] ours = new double[extent.turns()];
    double[] theirs = new double[extent.turns()];
    for (int turn = 0; turn < extent.turns(); turn++) {
      ours[turn] = progress.of("import", () -> perSecond(extent.allEvents(), this::importAll));
      theirs[turn] =
          progress.of("import by the plain loop", () -> perSecond(extent.allEvents(), plain::read));
    }
    row(table, "events of a first import", ours, theirs);
  }

  private int importAll() throws Exception {
    tables.readAnew();
    tables.await(BLOCKS, extent.allEvents());
    return extent.allEvents();
  }

  /// @return milliseconds of CPU time of a round
  private double quietRounds(Table table, ServiceProcess connector) throws Exception {
    double[] ours = new double[extent.turns()];
    double[] theirs = new double[extent.turns()];
    double[] millis = new double[extent.turns()];
    for (int turn = 0; turn < extent.turns(); turn++) {
      // Both at once would share the cores, so the plain loop runs while the connector is stopped.
      int number = turn;
      progress.of(
          "quiet rounds",
          () -> {
            long calls = twin.calls();
            long cpu = cpuMillis(connector);
            long start = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(extent.seconds()));
            double made = twin.calls() - calls;
            ours[number] = made * 1e9 / (System.nanoTime() - start);
            millis[number] = (cpuMillis(connector) - cpu) / made;
            return made;
          });
      connector.pause();
      theirs[turn] =
          progress.of("calls by the plain loop", () -> perSecond(extent.accounts(), plain::poll));
      connector.resume();
    }
    row(table, "rounds without changes", ours, theirs);
    return Spread.of(millis).median();
  }

  /// Moves meetings one after the other.
  private LatencyPercentiles pushed() throws Exception {
    ServiceProcess connector =
        progress.of(
            "connector with push",
            () ->
                cluster.addConnector(
                    Map.of("TIMELEDGER_PUBLICURL", cluster.urls().getFirst().toString())));
    tables.execute("update calendar.lane set next_due_at = clock_timestamp()");
    tables.execute("update calendar.calendar set due_at = clock_timestamp()");
    progress.of(
        "channels",
        () -> {
          tables.await("select count(*) from calendar.channel", extent.accounts());
          return extent.accounts();
        });
    Instant day = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
    List<Double> millis = new ArrayList<>();
    progress.of(
        "moved meetings",
        () -> {
          for (int i = 0; i < extent.changes(); i++) {
            millis.add(moved(i % extent.accounts(), day.plus(Duration.ofMinutes(i))));
          }
          return millis.size();
        });
    connector.stop();
    return LatencyPercentiles.ofMillis(millis);
  }

  private double moved(int account, Instant start) throws Exception {
    long begun = System.nanoTime();
    twin.change(
        mailboxes.meetings().get(account),
        mailboxes
            .accounts()
            .get(account)
            .body()
            .put("start", start.toString())
            .put("end", start.plus(Duration.ofMinutes(20)).toString()));
    tables.await("select count(*) from calendar.block where started_at = '%s'".formatted(start), 1);
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void row(Table table, String work, double[] ours, double[] theirs) {
    double[] ratios = new double[ours.length];
    for (int i = 0; i < ours.length; i++) {
      ratios[i] = ours[i] / theirs[i];
    }
    table.row(
        work,
        Spread.of(ours).text("%,.0f"),
        Spread.of(theirs).text("%,.0f"),
        Spread.of(ratios).text("%.2f"));
  }

  private static double perSecond(int count, BenchProgress.Work<Integer> work) throws Exception {
    long start = System.nanoTime();
    int done = work.run();
    if (done != count) {
      throw new IllegalStateException("%d of %d".formatted(done, count));
    }
    return count * 1e9 / (System.nanoTime() - start);
  }

  private static long cpuMillis(ServiceProcess process) {
    return process
        .processes()
        .mapToLong(each -> each.info().totalCpuDuration().orElse(Duration.ZERO).toMillis())
        .sum();
  }
}
