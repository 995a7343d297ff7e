package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.local.cli.UsageException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpOptionsTest {
  private static final Path DATA = Path.of("data");

  @Test
  void servesOn8080UnlessToldOtherwise() {
    assertThat(UpOptions.parse(DATA)).isEqualTo(new UpOptions(DATA, 8080, false, false, false));
    assertThat(UpOptions.parse(DATA, "--port", "9000", "--data=/elsewhere", "--fresh"))
        .isEqualTo(new UpOptions(Path.of("/elsewhere"), 9000, true, false, false));
    assertThat(UpOptions.parse(DATA, "--rate-limits").rateLimits()).isTrue();
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

  @Test
  void tellsWhichVariablesHaveNoEffect() {
    var settings =
        Set.of(
            "timeledger.rate-limit.reads-per-minute",
            "timeledger.secrets.keys[0].key",
            "server.port");
    var environment =
        Map.of(
            "TIMELEDGER_RATELIMIT_READSPERMINUTE", "5",
            "TIMELEDGER_RATE_LIMIT_READS_PER_MINUTE", "6",
            "TIMELEDGER_RATELIMIT_WRITESPERMINUTE", "7",
            "TIMELEDGER_SECRETS_KEYS_0_KEY", "hidden",
            "TIMELEDGER_URL", "http://127.0.0.1:8080",
            "PATH", "/bin");

    var overridden = OverriddenVariables.of(settings, environment);

    assertThat(overridden.variables())
        .containsExactly(
            "TIMELEDGER_RATELIMIT_READSPERMINUTE",
            "TIMELEDGER_RATE_LIMIT_READS_PER_MINUTE",
            "TIMELEDGER_SECRETS_KEYS_0_KEY");
    assertThat(overridden.text()).contains("--rate-limits").doesNotContain("hidden");
    assertThat(OverriddenVariables.of(settings, Map.of("PATH", "/bin")).text()).isEmpty();
  }
}
