package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.cli.Program;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

class UpOptionsTest {

  @Test
  void servesOn8080UnlessToldOtherwise() {
    UpOptions usual = options();
    assertThat(usual.port()).isEqualTo(8080);
    assertThat(usual.data()).isEqualTo(Path.of("deploy/local/data"));
    assertThat(usual.fresh()).isFalse();
    assertThat(usual.rateLimits()).isFalse();

    UpOptions given = options("--port", "9000", "--data=/elsewhere", "--fresh", "--rate-limits");
    assertThat(given.port()).isEqualTo(9000);
    assertThat(given.data()).isEqualTo(Path.of("/elsewhere"));
    assertThat(given.fresh()).isTrue();
    assertThat(given.rateLimits()).isTrue();
  }

  @Test
  void refusesWhatIsNoPort() {
    for (String port : new String[] {"70000", "-1", "http"}) {
      assertThatThrownBy(() -> options("--port", port))
          .isInstanceOf(ParameterException.class)
          .hasMessageContaining("'--port'")
          .hasMessageContaining(port)
          .hasMessageContaining("from 0 to 65535");
    }
    assertThatThrownBy(() -> options("--port")).hasMessageContaining("'--port'");
    assertThatThrownBy(() -> options("--frsh")).hasMessageContaining("--frsh");
  }

  @Test
  void tellsWhichVariablesHaveNoEffect() {
    Set<String> settings =
        Set.of(
            "timeledger.rate-limit.reads-per-minute",
            "timeledger.secrets.keys[0].key",
            "server.port");
    Map<String, String> environment =
        Map.of(
            "TIMELEDGER_RATELIMIT_READSPERMINUTE", "5",
            "TIMELEDGER_RATE_LIMIT_READS_PER_MINUTE", "6",
            "TIMELEDGER_RATELIMIT_WRITESPERMINUTE", "7",
            "TIMELEDGER_SECRETS_KEYS_0_KEY", "hidden",
            "TIMELEDGER_URL", "http://127.0.0.1:8080",
            "PATH", "/bin");

    OverriddenVariables overridden = OverriddenVariables.of(settings, environment);

    assertThat(overridden.variables())
        .containsExactly(
            "TIMELEDGER_RATELIMIT_READSPERMINUTE",
            "TIMELEDGER_RATE_LIMIT_READS_PER_MINUTE",
            "TIMELEDGER_SECRETS_KEYS_0_KEY");
    assertThat(overridden.text()).contains("--rate-limits").doesNotContain("hidden");
    assertThat(OverriddenVariables.of(settings, Map.of("PATH", "/bin")).text()).isEmpty();
  }

  private static UpOptions options(String... args) {
    return new Program<>(UpOptions.class, _ -> 0).parse(args);
  }
}
