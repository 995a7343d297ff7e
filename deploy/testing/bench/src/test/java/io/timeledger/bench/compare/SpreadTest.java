package io.timeledger.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void isTheMedianAndTheRange() {
    assertThat(Spread.of(3, 1, 10)).isEqualTo(new Spread(1, 3, 10));
    assertThat(Spread.of(4, 1)).isEqualTo(new Spread(1, 2.5, 4));
    assertThat(Spread.of(3, 1, 10).text("%.1f")).isEqualTo("3.0 (1.0–10.0)");
    assertThat(Spread.of(3).text("%.1f")).isEqualTo("3.0");
  }

  /// The ratio of the medians would be 1: what disturbed a turn disturbed both.
  @Test
  void comparesTurnByTurn() {
    List<Sample> ones = List.of(rate(10), rate(40), rate(20));
    List<Sample> others = List.of(rate(20), rate(20), rate(10));
    assertThat(Spread.ofRatios(ones, others, Sample::rate)).isEqualTo(new Spread(0.5, 2, 2));
  }

  private static Sample rate(double perSecond) {
    return new Sample(0, 0, perSecond, 0, 0);
  }
}
