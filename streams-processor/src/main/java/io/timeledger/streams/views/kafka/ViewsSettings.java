package io.timeledger.streams.views.kafka;

import io.timeledger.streams.PlatformProperties;
import io.timeledger.streams.kafka.StreamsSettings;
import java.time.Duration;
import java.util.Properties;

/// How the views run. Nobody waits for them, so they commit at leisure.
final class ViewsSettings {
  static final String APPLICATION_ID = "timeledger-views";

  private static final StreamsSettings SETTINGS =
      new StreamsSettings(APPLICATION_ID, Duration.ofMillis(100));

  private ViewsSettings() {}

  static Properties of(PlatformProperties platform) {
    return SETTINGS.properties(platform);
  }
}
