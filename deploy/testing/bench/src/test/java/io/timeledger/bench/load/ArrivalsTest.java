package io.timeledger.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
  private static final int COUNT = 100_000;

  @Test
  void comeEvenly() {
    Arrivals arrivals = Arrivals.even(500);
    assertThat(LongStream.generate(arrivals::next).limit(3))
        .containsExactly(2_000_000L, 4_000_000L, 6_000_000L);
  }

  @Test
  void comeByChanceAtTheSameRate() {
    long[] due = LongStream.generate(Arrivals.poisson(500, 1)::next).limit(COUNT).toArray();
    assertThat(due[COUNT - 1] / 1e9).isCloseTo(COUNT / 500.0, within(2.0));
    long belowTheMean =
        LongStream.range(1, COUNT).filter(i -> due[(int) i] - due[(int) i - 1] < 2_000_000).count();
    // of exponential gaps, 1 - 1/e are below the mean
    assertThat(belowTheMean / (double) COUNT).isCloseTo(0.632, within(0.01));
  }

  @Test
  void comeAlikeForTheSameSeed() {
    assertThat(Arrivals.poisson(10, 7).next()).isEqualTo(Arrivals.poisson(10, 7).next());
  }
}
