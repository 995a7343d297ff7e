package io.timeledger.bench.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartilesTest {

  @Test
  void areOfTheSortedValues() {
    assertThat(Quartiles.of(5, 1, 4, 2, 3)).isEqualTo(new Quartiles(2, 3, 4));
  }

  @Test
  void lieBetweenTwoValues() {
    assertThat(Quartiles.of(1, 2)).isEqualTo(new Quartiles(1.25, 1.5, 1.75));
    assertThat(Quartiles.of(1, 2).text("%.2f")).isEqualTo("1.50 (1.25–1.75)");
  }

  @Test
  void ofOneValueAreThatValue() {
    assertThat(Quartiles.of(7)).isEqualTo(new Quartiles(7, 7, 7));
  }
}
