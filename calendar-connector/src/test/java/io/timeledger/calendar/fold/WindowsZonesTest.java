package io.timeledger.calendar.fold;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsZonesTest {

  @Test
  void agreesWithIcuOnEveryName() throws IOException {
    Properties names = new Properties();
    try (InputStream file = WindowsZones.class.getResourceAsStream("windows-zones.properties")) {
      names.load(file);
    }
    assertThat(names).hasSizeGreaterThanOrEqualTo(139);
    for (String name : names.stringPropertyNames()) {
      ZoneId judge = ZoneId.of(TimeZone.getIDForWindowsID(name, "001"));
      // ICU answers some zones by older names: their rules are the same.
      assertThat(WindowsZones.find(name).orElseThrow().getRules().getTransitionRules())
          .as(name)
          .isEqualTo(judge.getRules().getTransitionRules());
      assertThat(WindowsZones.find(name).orElseThrow().getRules().getOffset(Instant.EPOCH))
          .as(name)
          .isEqualTo(judge.getRules().getOffset(Instant.EPOCH));
    }
  }

  @Test
  void findsNamesInAnyCase() {
    assertThat(WindowsZones.find(" w. europe standard time ")).contains(ZoneId.of("Europe/Berlin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Europe/Berlin", "tzone://Microsoft/Custom", "Mars Standard Time"})
  void knowsNoOthers(String name) {
    assertThat(WindowsZones.find(name)).isEmpty();
  }
}
