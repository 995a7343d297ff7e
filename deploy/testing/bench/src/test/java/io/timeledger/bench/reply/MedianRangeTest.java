package io.timeledger.bench.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianRangeTest {

  @Test
  void quartilesAreOfTheSortedValues() {
    assertThat(MedianRange.quartiles(5, 1, 4, 2, 3)).isEqualTo(new MedianRange(2, 3, 4));
  }

  @Test
  void quartilesLieBetweenTwoValues() {
    assertThat(MedianRange.quartiles(1, 2)).isEqualTo(new MedianRange(1.25, 1.5, 1.75));
    assertThat(MedianRange.quartiles(1, 2).text("%.2f")).isEqualTo("1.50 (1.25–1.75)");
  }

  @Test
  void quartilesOfOneValueAreThatValue() {
    assertThat(MedianRange.quartiles(7)).isEqualTo(new MedianRange(7, 7, 7));
  }

  @Test
  void confidenceNarrowsWithTheNumberOfValues() {
    double[] few = IntStream.rangeClosed(1, 101).asDoubleStream().toArray();
    double[] many = IntStream.range(0, 10_100).mapToDouble(i -> 1 + i % 101).toArray();

    assertThat(MedianRange.confidence(few).text("%.0f")).isEqualTo("51 (41–61)");
    assertThat(MedianRange.confidence(many).text("%.0f")).isEqualTo("51 (50–52)");
  }
}
