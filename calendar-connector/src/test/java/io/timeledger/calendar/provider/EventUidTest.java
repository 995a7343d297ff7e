package io.timeledger.calendar.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventUidTest {
  @Test
  void keepsWhatCanBeStored() {
    assertThat(EventUid.of("4k1planning@google.com")).isEqualTo("4k1planning@google.com");
    assertThat(EventUid.of("x".repeat(255))).hasSize(255);
  }

  @Test
  void cleansWhatCannot() {
    assertThat(EventUid.of(" a\n\u0000b\ud800 ")).isEqualTo("a b");
    assertThat(EventUid.of(" \t")).isNull();
    assertThat(EventUid.of(null)).isNull();
  }

  @Test
  void hashesWhatIsTooLongSoThatCopiesStillMeet() {
    String uid = EventUid.of("x".repeat(256));

    assertThat(uid).startsWith("sha256-").hasSize(71);
    assertThat(EventUid.of("x".repeat(256))).isEqualTo(uid);
    assertThat(EventUid.of("x".repeat(257))).isNotEqualTo(uid);
  }
}
