package io.timeledger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void takesTheNearestRank() {
    long[] nanos = LongStream.rangeClosed(1, 20).map(i -> (21 - i) * 1_000_000).toArray();

    assertThat(Percentiles.of(nanos)).isEqualTo(new Percentiles(10, 19));
    assertThat(Percentiles.of(new long[] {3_000_000})).isEqualTo(new Percentiles(3, 3));
  }
}
