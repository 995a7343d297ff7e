package io.timeledger.bench.camel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.RecordMetadata;

/// An Apache Camel route that sends each posted body to a topic with `acks=all`, and then responds
/// with its position on the log as the id. It does not parse the body. Configured by the
/// environment, `SERVER_PORT` and `KAFKA_BOOTSTRAPSERVERS`; creates its topic, which must be new.
public final class CamelBridge extends RouteBuilder {
  private static final String TOPIC = "bench.camel";
  private static final int PARTITIONS = 4; // as the other topics of the comparison

  private final String bootstrapServers;

  private CamelBridge(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  public static void main(String[] args) throws Exception {
    String bootstrapServers = System.getenv("KAFKA_BOOTSTRAPSERVERS");
    createTopic(bootstrapServers);
    Main main = new Main();
    main.addInitialProperty("camel.server.enabled", "true");
    main.addInitialProperty("camel.server.host", "127.0.0.1");
    main.addInitialProperty("camel.server.port", System.getenv("SERVER_PORT"));
    main.addInitialProperty("camel.main.jmxEnabled", "false");
    main.configure().addRoutesBuilder(new CamelBridge(bootstrapServers));
    main.run(args);
  }

  private static void createTopic(String bootstrapServers)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
    }
  }

  @Override
  public void configure() {
    from("platform-http:/health/ready").setBody(constant("ready"));
    from("platform-http:/api/v1/time-entries?httpMethodRestrict=POST")
        .setHeader(KafkaConstants.KEY, header("Idempotency-Key"))
        .toF(
            "kafka:%s?brokers=%s&requestRequiredAcks=all&lingerMs=0&recordMetadata=true",
            TOPIC, bootstrapServers)
        .process(CamelBridge::answer);
  }

  private static void answer(Exchange exchange) {
    List<?> places = exchange.getMessage().getHeader(KafkaConstants.KAFKA_RECORD_META, List.class);
    RecordMetadata place = (RecordMetadata) places.getFirst();
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 201);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    exchange
        .getMessage()
        .setBody("{\"data\":{\"id\":\"%d-%d\"}}".formatted(place.partition(), place.offset()));
  }
}
