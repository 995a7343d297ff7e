package io.timeledger.bench.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.bench.BenchProgress;
import io.timeledger.bench.compare.LoadOptions.Part;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/// The command itself, with little load: its figures mean nothing here.
class LoadBenchIT {

  @Test
  void measuresEverySystemAndMissesNothingThatWasAcknowledged() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LoadOptions options =
        new LoadOptions(1, 1, 0, true, false, EnumSet.of(Part.SATURATION, Part.BATCH), null, false);
    try (PrintStream out = new PrintStream(printed, false, UTF_8)) {
      LoadBench.run(options, Path.of("target/services"), out, new BenchProgress(System.err));
    }
    assertThat(printed.toString(UTF_8))
        .contains("raw Kafka")
        .containsPattern("\\| Timeledger +\\| [1-9][0-9,]* +\\| 0 ")
        .containsPattern("\\| CRUD with outbox +\\| [1-9][0-9,]* +\\| 0 ");
  }
}
