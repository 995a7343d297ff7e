package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CalendarPropertiesTest {

  @Test
  void hasDefaultsWhereNothingIsSet() {
    CalendarProperties unset = bound(Map.of());

    assertThat(unset.poll()).isEqualTo(Duration.ofMinutes(15));
    assertThat(unset.pollWithPush()).isEqualTo(Duration.ofHours(6));
    assertThat(unset.pollFiles()).isEqualTo(Duration.ofMinutes(30));
    assertThat(unset.allowedNetworks()).isEmpty();
    assertThat(unset.publishBlocks()).isTrue();
  }

  @Test
  void takesTheKeyOfAddressesAndNeverShowsIt() {
    String key = "vS0pXl3c0m8gWUoJq5i2oYd7tVh1rZk4b9eNnKxQwFs=";
    CalendarProperties keyed = bound(Map.of("timeledger.calendar.address-key", key));

    assertThat(keyed.contactHashes().hasher()).isPresent();
    assertThat(keyed.toString()).doesNotContain(key);
    assertThat(bound(Map.of("timeledger.calendar.address-key", " ")).contactHashes().hasher())
        .isEmpty();
  }

  @Test
  void refusesALeaseThatACallOutlasts() {
    assertThatThrownBy(() -> bound(Map.of("timeledger.calendar.lease", "30s")))
        .rootCause()
        .hasMessageContaining("longer than a call");
  }

  @Test
  void knowsTheAddressesOfProviders() {
    CalendarProperties unset = bound(Map.of());

    assertThat(unset.google().isConfigured()).isFalse();
    assertThat(unset.grantsOnLog()).isTrue();
    assertThat(unset.google().addresses().map(URI::getHost))
        .containsExactly("oauth2.googleapis.com", "www.googleapis.com", "oauth2.googleapis.com");
    assertThat(unset.microsoft().addresses().map(URI::getHost))
        .containsExactly("login.microsoftonline.com", "graph.microsoft.com");
  }

  @Test
  void refusesAClientWithoutASecretAndShowsNone() {
    assertThatThrownBy(() -> bound(Map.of("timeledger.calendar.google.client-id", "me")))
        .rootCause()
        .hasMessageContaining("without a client-secret");
    CalendarProperties set =
        bound(
            Map.of(
                "timeledger.calendar.google.client-id", "me",
                "timeledger.calendar.google.client-secret", "s3cret"));
    assertThat(set.google().isConfigured()).isTrue();
    assertThat(set.toString() + set.google().server()).doesNotContain("s3cret");
  }

  private static CalendarProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("timeledger.calendar", CalendarProperties.class);
  }
}
