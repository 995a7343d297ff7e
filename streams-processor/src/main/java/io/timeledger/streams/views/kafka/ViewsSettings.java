package io.timeledger.streams.views.kafka;

import io.timeledger.streams.PlatformProperties;
import io.timeledger.streams.kafka.StreamsGroup;
import io.timeledger.streams.kafka.StreamsSettings;
import java.time.Duration;
import java.util.Properties;

/// How the views run: they commit by themselves when they publish, and this often at the least.
final class ViewsSettings {
  private static final StreamsSettings SETTINGS =
      new StreamsSettings(StreamsGroup.VIEWS, Duration.ofSeconds(1));

  private ViewsSettings() {}

  static Properties of(PlatformProperties platform) {
    return SETTINGS.properties(platform);
  }
}
