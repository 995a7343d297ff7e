package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CalendarPropertiesTest {

  @Test
  void hasDefaultsWhereNothingIsSet() {
    CalendarProperties unset = bound(Map.of());

    assertThat(unset.poll()).isEqualTo(Duration.ofMinutes(30));
    assertThat(unset.allowedNetworks()).isEmpty();
    assertThat(unset.publishBlocks()).isTrue();
  }

  @Test
  void refusesALeaseThatACallOutlasts() {
    assertThatThrownBy(() -> bound(Map.of("timeledger.calendar.lease", "30s")))
        .rootCause()
        .hasMessageContaining("longer than a call");
  }

  private static CalendarProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("timeledger.calendar", CalendarProperties.class);
  }
}
