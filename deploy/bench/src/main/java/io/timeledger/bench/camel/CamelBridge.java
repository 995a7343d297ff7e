package io.timeledger.bench.camel;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.main.Main;
import org.apache.kafka.clients.producer.RecordMetadata;

/// A route of Apache Camel: what is posted goes to a topic with `acks=all`, and is answered once it
/// is there. Its id is its place on the log. The body is not looked at. Configured by its
/// environment, `SERVER_PORT` and `KAFKA_BOOTSTRAPSERVERS`.
public final class CamelBridge extends RouteBuilder {
  /// Where the entries go; it must exist.
  public static final String TOPIC = "bench.camel";

  private final String bootstrapServers;

  private CamelBridge(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  public static void main(String[] args) throws Exception {
    Main main = new Main();
    main.addInitialProperty("camel.server.enabled", "true");
    main.addInitialProperty("camel.server.host", "127.0.0.1");
    main.addInitialProperty("camel.server.port", System.getenv("SERVER_PORT"));
    main.addInitialProperty("camel.main.jmxEnabled", "false");
    main.configure().addRoutesBuilder(new CamelBridge(System.getenv("KAFKA_BOOTSTRAPSERVERS")));
    main.run(args);
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
