package io.timeledger.ingest.webhook;

import io.timeledger.ingest.web.json.FieldValidator;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The body of a rotation.
///
/// @param secret null means a new random one
/// @param graceSeconds how long former secrets keep signing; null means a day
record RotationBody(@Nullable String secret, @Nullable Integer graceSeconds) {
  static final RotationBody EMPTY = new RotationBody(null, null);

  private static final int DAY = 24 * 60 * 60;
  private static final int LONGEST = 7 * DAY;

  Duration grace() {
    int seconds = graceSeconds == null ? DAY : graceSeconds;
    if (seconds < 0 || seconds > LONGEST) {
      FieldValidator form = new FieldValidator();
      form.fail("grace_seconds", "out_of_range", "Expected 0 to %d.".formatted(LONGEST));
      form.check();
    }
    return Duration.ofSeconds(seconds);
  }
}
