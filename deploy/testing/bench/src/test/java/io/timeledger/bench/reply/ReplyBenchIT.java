package io.timeledger.bench.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.bench.BenchProgress;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplyBenchIT {

  @Test
  void everyRequestOfBothWaysGetsItsReply() throws Exception {
    ReplyOptions few = new ReplyOptions(0, 1, Duration.ofMillis(500), 20, 4, false);
    ByteArrayOutputStream table = new ByteArrayOutputStream();

    ReplyBench.run(
        few,
        new PrintStream(table, true, UTF_8),
        new BenchProgress(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8)));

    assertThat(table.toString(UTF_8))
        .contains("replies in transactions, 1 turns", "replies without transactions, 1 turns")
        .contains("requests per s, 4 in flight")
        .contains("Failed requests: 0")
        .doesNotContainPattern("Failed requests: [^0]");
  }
}
