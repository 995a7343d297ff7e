package io.timeledger.local;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.ingest.IngestApi;
import io.timeledger.streams.StreamsProcessor;
import java.util.Map;
import java.util.TreeMap;

/// The services of the platform, configured for one broker and one database on this machine.
record Services(EmbeddedKafka kafka, EmbeddedPostgres postgres) {

  Service streamsProcessor(DataFolder data) {
    return new Service(
        "streams-processor",
        StreamsProcessor.application()::run,
        withCommon(
            Map.of(
                "timeledger.provision",
                "true",
                "timeledger.state-dir",
                data.streamsState().toString())));
  }

  Service ingestApi(int port, String operatorToken) {
    return new Service(
        "ingest-api",
        IngestApi.application()::run,
        withCommon(
            Map.of(
                "server.port",
                Integer.toString(port),
                "server.address",
                "127.0.0.1",
                "timeledger.operator-token",
                operatorToken)));
  }

  private Map<String, String> withCommon(Map<String, String> own) {
    var settings = new TreeMap<>(own);
    settings.put("timeledger.kafka.bootstrap-servers", kafka.bootstrapServers());
    settings.put("timeledger.partitions", "4");
    settings.put("timeledger.replication-factor", "1");
    settings.put("spring.datasource.url", postgres.jdbcUrl());
    settings.put("spring.datasource.username", postgres.username());
    settings.put("spring.datasource.password", postgres.password());
    // every idle connection is a process
    settings.put("spring.datasource.hikari.minimum-idle", "2");
    return settings;
  }
}
