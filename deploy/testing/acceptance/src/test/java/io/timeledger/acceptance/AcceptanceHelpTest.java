package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.acceptance.calendar.CalendarTrials;
import io.timeledger.acceptance.fault.Fault;
import io.timeledger.acceptance.webhook.WebhookTrials;
import io.timeledger.cli.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

/// The scripts show the help from files, since they must not wait for a build. It is what the
/// commands themselves say. `-Dhelp.write=true` writes the files.
class AcceptanceHelpTest {
  private final Program<FaultsOptions> faults = new Program<>(FaultsOptions.class, _ -> 0);

  @Test
  void scriptsSayWhatTheCommandsSay() throws IOException {
    compare("faults", faults.usage());
    compare("webhooks", WebhookTrials.usage());
    compare("calendar", CalendarTrials.usage());
  }

  @Test
  void knowsFaultsByTheirNames() {
    assertThat(faults.parse().only()).isNull();
    assertThat(faults.parse("--only", "kill-kafka,kill-ingest-api").only())
        .containsExactly(Fault.KILL_KAFKA, Fault.KILL_INGEST_API);
    assertThatThrownBy(() -> faults.parse("--only", "kill-time"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("kill-ingest-api");
  }

  private static void compare(String script, String usage) throws IOException {
    Path file = Path.of("src", "main", "help", script + ".txt");
    if (Boolean.getBoolean("help.write")) {
      Files.writeString(file, usage);
    }
    assertThat(Files.readString(file)).isEqualTo(usage);
  }
}
