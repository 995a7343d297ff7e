package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UpOptionsTest {
  private static final Path DATA = Path.of("data");

  @Test
  void servesOn8080UnlessToldOtherwise() {
    assertThat(UpOptions.parse(DATA)).isEqualTo(new UpOptions(DATA, 8080, false, false));
    assertThat(UpOptions.parse(DATA, "--port", "9000", "--data=/elsewhere", "--fresh"))
        .isEqualTo(new UpOptions(Path.of("/elsewhere"), 9000, true, false));
  }

  @Test
  void refusesWhatIsNoPort() {
    for (var port : new String[] {"70000", "-1", "http"}) {
      assertThatThrownBy(() -> UpOptions.parse(DATA, "--port", port))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining(port);
    }
    assertThatThrownBy(() -> UpOptions.parse(DATA, "--port"))
        .hasMessageContaining("--port needs a value");
    assertThatThrownBy(() -> UpOptions.parse(DATA, "--frsh")).hasMessageContaining("--frsh");
  }
}
