package io.timeledger.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.bench.BenchProgress;
import io.timeledger.cli.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ReportBenchIT {

  @Test
  void measuresEveryReportBesideItsAggregate() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();

    ReportBench.run(
        new Program<>(ReportOptions.class, _ -> 0)
            .parse("--entries", "3000", "--requests", "2", "--plain", "1"),
        new PrintStream(printed, true, UTF_8),
        new BenchProgress(new PrintStream(told, true, UTF_8)));

    assertThat(printed.toString(UTF_8))
        .startsWith("3,000 entries")
        .contains(ReportQuery.all().stream().map(ReportQuery::name).toList())
        .contains("at p95: ");
    assertThat(told.toString(UTF_8)).contains("rollups");
  }
}
