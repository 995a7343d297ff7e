package io.timeledger.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.bench.compare.LoadOptions.Part;
import io.timeledger.cli.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

class LoadOptionsTest {

  @Test
  void measuresEverythingUnlessToldOtherwise() {
    assertThat(options().parts).containsExactly(Part.values());
    assertThat(options("--only", "batch,rebuild").parts)
        .containsExactlyInAnyOrder(Part.BATCH, Part.REBUILD);
  }

  @Test
  void isQuickButForWhatIsSaidAfterwards() {
    assertThat(options().turns).isEqualTo(5);
    assertThat(options("--quick").turns).isEqualTo(2);
    assertThat(options("--quick", "--turns=7").turns).isEqualTo(7);
    assertThat(options("--quick", "--turns=7").seconds).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--fast", "--only=all", "--turns=0", "--seconds"})
  void refusesWhatItDoesNotUnderstand(String argument) {
    assertThatThrownBy(() -> options(argument)).isInstanceOf(ParameterException.class);
  }

  private static LoadOptions options(String... args) {
    return new Program<>(LoadOptions.class, _ -> 0).parse(args);
  }
}
