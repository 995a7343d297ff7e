package io.timeledger.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.bench.BenchUsageException;
import io.timeledger.bench.compare.LoadOptions.Part;
import org.junit.jupiter.api.Test;

class LoadOptionsTest {

  @Test
  void measuresEverythingUnlessToldOtherwise() {
    assertThat(LoadOptions.parse().parts()).containsExactly(Part.values());
    assertThat(LoadOptions.parse("--only", "batch,rebuild").parts())
        .containsExactlyInAnyOrder(Part.BATCH, Part.REBUILD);
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> LoadOptions.parse("--fast")).isInstanceOf(BenchUsageException.class);
    assertThatThrownBy(() -> LoadOptions.parse("--only", "all"))
        .isInstanceOf(BenchUsageException.class);
    assertThatThrownBy(() -> LoadOptions.parse("--turns", "0"))
        .isInstanceOf(BenchUsageException.class);
    assertThatThrownBy(() -> LoadOptions.parse("--seconds"))
        .isInstanceOf(BenchUsageException.class);
  }
}
