package io.timeledger.local;

import io.timeledger.calendar.CalendarConnector;
import io.timeledger.ingest.IngestApi;
import io.timeledger.schemas.kafka.KafkaUser;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.streams.StreamsProcessor;
import io.timeledger.webhooks.WebhookDispatcher;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The services of the platform, configured for one broker and one database on this machine.
record Services(Servers servers, DataFolder data, boolean rateLimits) {

  LocalService streamsProcessor() {
    Map<String, String> settings = forStreams();
    settings.put("timeledger.provision", "true");
    return new LocalService("streams-processor", StreamsProcessor.application()::run, settings);
  }

  LocalService ingestApi(int port, String operatorToken, CalendarClients calendarClients) {
    Map<String, String> settings = common(KafkaUser.INGEST_API, DatabaseRole.INGEST_API);
    settings.putAll(secrets());
    settings.putAll(webhooks());
    settings.putAll(calendars());
    settings.putAll(calendarClients.forApi(port));
    settings.put("server.port", Integer.toString(port));
    settings.put("server.address", "127.0.0.1");
    settings.put("timeledger.operator-token", operatorToken);
    settings.put("timeledger.console.sample", "true");
    if (!rateLimits) {
      // no rate limits for a single user and the stand-in for the providers
      for (String limited : List.of("reads", "writes", "refusals", "pushes")) {
        settings.put("timeledger.rate-limit." + limited + "-per-minute", "0");
      }
    }
    return new LocalService("ingest-api", IngestApi.application()::run, settings);
  }

  LocalService webhookDispatcher() {
    Map<String, String> settings =
        common(KafkaUser.WEBHOOK_DISPATCHER, DatabaseRole.WEBHOOK_DISPATCHER);
    settings.putAll(secrets());
    settings.putAll(webhooks());
    return new LocalService("webhook-dispatcher", WebhookDispatcher.application()::run, settings);
  }

  LocalService calendarConnector(int port, CalendarClients calendarClients) {
    Map<String, String> settings =
        common(KafkaUser.CALENDAR_CONNECTOR, DatabaseRole.CALENDAR_CONNECTOR);
    settings.putAll(secrets());
    settings.putAll(calendars());
    settings.putAll(calendarClients.forConnector(port));
    return new LocalService("calendar-connector", CalendarConnector.application()::run, settings);
  }

  /// Settings of the streams-processor and its operator commands.
  Map<String, String> forStreams() {
    Map<String, String> settings =
        common(KafkaUser.STREAMS_PROCESSOR, DatabaseRole.STREAMS_PROCESSOR);
    settings.put("timeledger.state-dir", data.streamsState().toString());
    settings.put("timeledger.standbys", "0");
    return settings;
  }

  /// Allows webhooks to this machine, where trial receivers run; other installations block it.
  private static Map<String, String> webhooks() {
    return Map.of(
        "timeledger.webhooks.allowed-networks", "127.0.0.0/8,::1/128",
        "timeledger.webhooks.allowed-hosts", "localhost");
  }

  /// The same for calendars, since `up` serves one; and contacts.
  private Map<String, String> calendars() {
    return Map.of(
        "timeledger.calendar.allowed-networks",
        "127.0.0.0/8,::1/128",
        "timeledger.calendar.address-key",
        new GeneratedKeys(data.secretsKey()).addresses());
  }

  private Map<String, String> secrets() {
    return Map.of(
        "timeledger.secrets.keys[0].id", GeneratedKeys.SECRETS,
        "timeledger.secrets.keys[0].key", new GeneratedKeys(data.secretsKey()).secrets(),
        "timeledger.secrets.active-key", GeneratedKeys.SECRETS);
  }

  private Map<String, String> common(KafkaUser user, DatabaseRole role) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("timeledger.kafka.bootstrap-servers", servers.kafka());
    settings.put(
        "timeledger.kafka.properties-file", new ServiceKafkaFile(data).of(user).toString());
    settings.put("timeledger.partitions", "4");
    settings.put("timeledger.replication-factor", "1");
    settings.put("spring.datasource.url", servers.jdbcUrl());
    settings.put("spring.datasource.username", role.roleName());
    settings.put("spring.datasource.password", servers.roles().of(role));
    // every idle connection is a process
    settings.put("spring.datasource.hikari.minimum-idle", "2");
    return settings;
  }
}
