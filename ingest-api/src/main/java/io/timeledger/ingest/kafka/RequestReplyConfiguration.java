package io.timeledger.ingest.kafka;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.calendar.control.CalendarLog;
import io.timeledger.ingest.webhook.DispatchLog;
import io.timeledger.runtime.kafka.request.RequestReply;
import io.timeledger.runtime.kafka.request.TemplateRequestReply;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Requests to the ledger and to the other services, each on its own pair of topics.
@Configuration(proxyBeanMethods = false)
class RequestReplyConfiguration {
  static final String TO_LEDGER = "ledgerRequests";
  static final String TO_DISPATCHER = "dispatcherRequests";
  static final String TO_CONNECTOR = "connectorRequests";

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

  @Bean(TO_CONNECTOR)
  TemplateRequestReply connectorRequests(
      ApiInstance instance, IngestKafkaClients clients, IngestProperties properties) {
    return requests(
        instance,
        clients,
        properties,
        "calendar-commands",
        "calendar-replies",
        Topic.CALENDAR_REPLIES);
  }

  @Bean
  DispatchLog dispatchLog(@Qualifier(TO_DISPATCHER) RequestReply requests) {
    return new KafkaControlLog<>(
            requests,
            Topic.WEBHOOK_COMMANDS,
            TopicSerdes.WEBHOOK_COMMANDS,
            TopicSerdes.WEBHOOK_REPLIES)
        ::ask;
  }

  @Bean
  CalendarLog calendarLog(@Qualifier(TO_CONNECTOR) RequestReply requests) {
    return new KafkaControlLog<>(
            requests,
            Topic.CALENDAR_COMMANDS,
            TopicSerdes.CALENDAR_COMMANDS,
            TopicSerdes.CALENDAR_REPLIES)
        ::ask;
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
