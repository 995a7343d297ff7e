package io.timeledger.bench.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.calendar.CalendarOptions.Extent;
import io.timeledger.cli.Program;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class CalendarBenchIT {

  @Test
  void measuresImportsQuietRoundsAndPush() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    CalendarBench.run(
        Extent.of(
            new Program<>(CalendarOptions.class, _ -> 0)
                .parse("--quick", "--accounts", "30", "--events", "20")),
        new PrintStream(printed, true, UTF_8),
        new BenchProgress(new PrintStream(new ByteArrayOutputStream(), true, UTF_8)));

    assertThat(printed.toString(UTF_8))
        .startsWith("3 accounts of 20 events")
        .contains("events of a first import", "rounds without changes")
        .contains("with push: p50 ", "(10).");
  }
}
