package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.runtime.kafka.request.DirectRequestReply;
import io.timeledger.runtime.kafka.request.PendingReplies;
import io.timeledger.runtime.kafka.request.TemplateRequestReply;
import io.timeledger.schemas.kafka.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Requests to the ledger and to the dispatcher, each on its own pair of topics. Why they are sent
/// in two ways is in deploy/decisions.
@Configuration(proxyBeanMethods = false)
class RequestReplyConfiguration {
  static final String TO_LEDGER = "ledgerRequests";
  static final String TO_DISPATCHER = "dispatcherRequests";

  @Bean
  PendingReplies pendingReplies() {
    return new PendingReplies();
  }

  @Bean(TO_LEDGER)
  DirectRequestReply ledgerRequests(
      ApiInstance instance,
      IngestKafkaClients clients,
      PendingReplies pendingReplies,
      ReplyReader reader) {
    return new DirectRequestReply(
        instance.name(), clients.producer("commands"), pendingReplies, reader::isCaughtUp);
  }

  @Bean(TO_DISPATCHER)
  TemplateRequestReply dispatcherRequests(
      ApiInstance instance, IngestKafkaClients clients, IngestProperties properties) {
    return new TemplateRequestReply(
        instance.name(),
        IngestKafkaClients.SERVICE + "-webhook-replies",
        Topic.WEBHOOK_REPLIES.topicName(),
        properties.partitions(),
        clients.producers("webhook-commands"),
        () -> clients.consumer("webhook-replies"));
  }
}
