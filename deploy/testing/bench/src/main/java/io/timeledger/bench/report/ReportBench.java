package io.timeledger.bench.report;

import io.timeledger.bench.BenchPlatform;
import io.timeledger.bench.BenchProgress;
import io.timeledger.cli.Program;
import io.timeledger.schemas.json.Json;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/// The command `deploy/testing/bench/report`. Runs queries one after another, over one connection;
/// a report is timed from the request to the last byte of its response, an aggregate to its last
/// row.
public final class ReportBench {
  private static final String REPORTS = "/api/v1/time/reports";
  private static final int WARM_UP = 20;
  private static final double TARGET_MILLIS = 50;

  private final BenchPlatform platform;
  private final Connection database;
  private final ReportOptions options;
  private final PrintStream out;

  private ReportBench(
      BenchPlatform platform, Connection database, ReportOptions options, PrintStream out) {
    this.platform = platform;
    this.database = database;
    this.options = options;
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(new Program<>(ReportOptions.class, ReportBench::run).run(args));
  }

  private static int run(ReportOptions options) throws Exception {
    run(options, System.out, new BenchProgress(System.err));
    return 0;
  }

  static void run(ReportOptions options, PrintStream out, BenchProgress progress) throws Exception {
    Path folder = Files.createTempDirectory("timeledger-bench");
    try (BenchPlatform platform = progress.of("platform", () -> BenchPlatform.start(folder));
        Connection database = platform.connect()) {
      new ReportHistory(database, progress).write(options.entries());
      new ReportBench(platform, database, options, out).measure();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void measure() throws Exception {
    requireSameTotals();
    out.printf(
        Locale.ROOT,
        "%,d entries, %,d rows of rollups; PostgreSQL with shared_buffers %s; milliseconds%n%n",
        options.entries(),
        number("select count(*) from projection_1.rollup"),
        text("show shared_buffers"));
    out.printf(
        "%-40s %10s %10s %12s %12s %8s%n",
        "report", "p50", "p95", "plain p50", "plain p95", "ratio");
    boolean met = true;
    for (ReportQuery query : ReportQuery.all()) {
      Percentiles report = reports(query.path());
      Percentiles plain = aggregates(query.plain());
      met &= report.p95() <= TARGET_MILLIS;
      out.printf(
          Locale.ROOT,
          "%-40s %10.1f %10.1f %12.1f %12.1f %8.1f%n",
          query.name(),
          report.p50(),
          report.p95(),
          plain.p50(),
          plain.p95(),
          plain.p50() / report.p50());
    }
    out.printf(
        Locale.ROOT,
        "%nEvery report within %.0f ms at p95: %s%n",
        TARGET_MILLIS,
        met ? "yes" : "no");
  }

  /// Otherwise the two would not be comparable.
  private void requireSameTotals() throws Exception {
    long report =
        Json.MAPPER.readTree(platform.get(REPORTS + "/summary")).at("/data/total_seconds").asLong();
    long plain = number("select sum(rounded_seconds) from projection_1.time_entry");
    if (report != plain) {
      throw new IllegalStateException("total_seconds: %d (expected: %d)".formatted(report, plain));
    }
  }

  private Percentiles reports(String path) throws Exception {
    for (int i = 0; i < Math.min(WARM_UP, options.requests()); i++) {
      platform.get(REPORTS + path);
    }
    long[] nanos = new long[options.requests()];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      platform.get(REPORTS + path);
      nanos[i] = System.nanoTime() - start;
    }
    return Percentiles.of(nanos);
  }

  private Percentiles aggregates(String sql) throws SQLException {
    long[] nanos = new long[options.plain()];
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      readAll(statement);
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        readAll(statement);
        nanos[i] = System.nanoTime() - start;
      }
    }
    return Percentiles.of(nanos);
  }

  private static void readAll(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        rows.getObject(1);
      }
    }
  }

  private long number(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
