package io.timeledger.bench.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.bench.BenchProgress;
import io.timeledger.cli.Program;
import io.timeledger.harness.JavaCommands;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/// The command itself, with little load: its figures mean nothing here.
class LoadBenchIT {

  @Test
  void measuresEverySystemAndMissesNothingThatWasAcknowledged() throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    LoadOptions options =
        new Program<>(LoadOptions.class, _ -> 0)
            .parse("--turns=1", "--seconds=1", "--poisson", "--only=saturation,batch");
    options.warmUps = 0;
    try (PrintStream out = new PrintStream(printed, false, UTF_8)) {
      LoadBench.run(options, JavaCommands.folder(), out, new BenchProgress(System.err));
    }
    assertThat(printed.toString(UTF_8))
        .contains("raw Kafka")
        .containsPattern("\\| Timeledger +\\| [1-9][0-9,]* +\\| 0 ")
        .containsPattern("\\| CRUD with outbox +\\| [1-9][0-9,]* +\\| 0 ");
  }
}
