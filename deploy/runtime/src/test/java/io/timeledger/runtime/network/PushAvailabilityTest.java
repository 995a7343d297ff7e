package io.timeledger.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.resource.Provider;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushAvailabilityTest {
  private static final String OWN = "https://time.example.com";
  private static final URI GOOGLE = URI.create("https://www.googleapis.com/calendar/v3");

  @ParameterizedTest
  @CsvSource({
    "https://time.example.com, https://www.googleapis.com, AVAILABLE",
    "https://time.example.com:8443/base, https://www.googleapis.com, AVAILABLE",
    "https://Time.Example.com, https://www.googleapis.com, AVAILABLE",
    "https://198.51.100.7, https://www.googleapis.com, NOT_REACHABLE",
    "https://[fd00::7], https://www.googleapis.com, NOT_REACHABLE",
    "https://printer.local, https://www.googleapis.com, NOT_REACHABLE",
    "https://time.corp, https://www.googleapis.com, NOT_REACHABLE",
    "http://time.example.com, https://www.googleapis.com, NOT_REACHABLE",
    "https://intranet, https://www.googleapis.com, NOT_REACHABLE",
    "https://10.1.2.3, https://www.googleapis.com, NOT_REACHABLE",
    "https://192.168.0.7, https://www.googleapis.com, NOT_REACHABLE",
    "https://169.254.0.7, https://www.googleapis.com, NOT_REACHABLE",
    "https://127.0.0.1, https://www.googleapis.com, NOT_REACHABLE",
    "https://[::1]:8080, https://www.googleapis.com, NOT_REACHABLE",
    "http://localhost:8080, https://www.googleapis.com, NOT_REACHABLE",
    "http://localhost:8080, http://127.0.0.1:18090/google/calendar/v3, AVAILABLE",
    "http://127.0.0.1:8080, http://localhost:18090, AVAILABLE",
    "http://[::1]:8080, http://[::1]:18090, AVAILABLE",
    "http://10.1.2.3:8080, http://127.0.0.1:18090, NOT_REACHABLE",
    "time.example.com, https://www.googleapis.com, NOT_REACHABLE",
    "'https://time example', https://www.googleapis.com, NOT_REACHABLE"
  })
  void needsAnAddressThatTheProviderCanCall(
      String publicUrl, URI providerUrl, PushAvailability expected) {
    assertThat(PushAvailability.of(Provider.GOOGLE, publicUrl, providerUrl, true))
        .isEqualTo(expected);
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(PushAvailability.of(Provider.ICS, OWN, GOOGLE, true))
        .isEqualTo(PushAvailability.FILES);
    assertThat(PushAvailability.of(Provider.GOOGLE, OWN, null, true))
        .isEqualTo(PushAvailability.NOT_CONFIGURED);
    assertThat(PushAvailability.of(Provider.GOOGLE, OWN, GOOGLE, false))
        .isEqualTo(PushAvailability.NO_KEY);
    assertThat(PushAvailability.of(Provider.MICROSOFT, null, GOOGLE, true))
        .isEqualTo(PushAvailability.NOT_REACHABLE);
  }
}
