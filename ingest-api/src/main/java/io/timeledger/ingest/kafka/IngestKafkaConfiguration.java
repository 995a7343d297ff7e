package io.timeledger.ingest.kafka;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// Registers the beans of this package.
@Configuration(proxyBeanMethods = false)
@Import({
  ApiInstance.class,
  CommandMetrics.class,
  DirectoryReader.class,
  IngestKafkaClients.class,
  KafkaActivityLog.class,
  KafkaCommandLog.class,
  KafkaPushLog.class,
  LogReadiness.class,
  RequestReplyConfiguration.class,
  TokenUsagePublisher.class
})
public class IngestKafkaConfiguration {}
