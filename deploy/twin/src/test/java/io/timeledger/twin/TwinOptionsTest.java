package io.timeledger.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.cli.Program;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

class TwinOptionsTest {
  private final Program<TwinOptions> program = new Program<>(TwinOptions.class, _ -> 0);

  @Test
  void servesAWeekOnAPortOfItsOwnUnlessToldOtherwise() {
    TwinOptions usual = program.parse();
    assertThat(usual.port()).isEqualTo(18_090);
    assertThat(usual.empty()).isFalse();

    assertThat(program.parse("--port", "0", "--page-size", "2", "--empty").pageSize()).isEqualTo(2);
  }

  @Test
  void refusesPagesWithoutItems() {
    assertThatThrownBy(() -> program.parse("--page-size", "0"))
        .isInstanceOf(ParameterException.class);
  }
}
