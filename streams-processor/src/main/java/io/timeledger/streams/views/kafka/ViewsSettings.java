package io.timeledger.streams.views.kafka;

import io.timeledger.streams.kafka.StreamsGroup;
import io.timeledger.streams.kafka.StreamsSettings;
import io.timeledger.streams.platform.PlatformProperties;
import java.time.Duration;
import java.util.Properties;

/// Settings of the views: they commit explicitly on publishing, and at least this often.
final class ViewsSettings {
  private static final StreamsSettings SETTINGS =
      new StreamsSettings(StreamsGroup.VIEWS, Duration.ofSeconds(1));

  private ViewsSettings() {}

  static Properties of(PlatformProperties platform) {
    return SETTINGS.properties(platform);
  }
}
