package io.timeledger.ingest.changes;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Reads the stream limits from configuration.
@Configuration(proxyBeanMethods = false)
@Import({
  ChangesController.class,
  ChangesStreamController.class,
  FeedHead.class,
  FeedWatch.class,
  OpenStreams.class
})
@EnableConfigurationProperties(StreamProperties.class)
public class StreamConfiguration {}
