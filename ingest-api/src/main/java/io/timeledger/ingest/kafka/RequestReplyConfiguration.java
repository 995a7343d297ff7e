package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.runtime.kafka.request.TemplateRequestReply;
import io.timeledger.schemas.kafka.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Requests to the ledger and to the dispatcher, each on its own pair of topics.
@Configuration(proxyBeanMethods = false)
class RequestReplyConfiguration {
  static final String TO_LEDGER = "ledgerRequests";
  static final String TO_DISPATCHER = "dispatcherRequests";

  @Bean(TO_LEDGER)
  TemplateRequestReply ledgerRequests(
      ApiInstance instance, IngestKafkaClients clients, IngestProperties properties) {
    return requests(instance, clients, properties, "commands", "replies", Topic.REPLIES);
  }

  @Bean(TO_DISPATCHER)
  TemplateRequestReply dispatcherRequests(
      ApiInstance instance, IngestKafkaClients clients, IngestProperties properties) {
    return requests(
        instance,
        clients,
        properties,
        "webhook-commands",
        "webhook-replies",
        Topic.WEBHOOK_REPLIES);
  }

  private static TemplateRequestReply requests(
      ApiInstance instance,
      IngestKafkaClients clients,
      IngestProperties properties,
      String producer,
      String consumer,
      Topic replies) {
    return new TemplateRequestReply(
        instance.name(),
        IngestKafkaClients.SERVICE + "-" + consumer,
        replies.topicName(),
        properties.partitions(),
        clients.producers(producer),
        () -> clients.consumer(consumer));
  }
}
