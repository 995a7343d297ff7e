package io.timeledger.bench.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.bench.load.LoadRequest;
import io.timeledger.bench.load.LoadResponse;
import io.timeledger.runtime.kafka.request.RequestOutcome;
import io.timeledger.runtime.kafka.request.RequestReply;
import io.timeledger.schemas.kafka.HeaderNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// One way to send requests, and what was measured of it.
final class RequestWay {
  static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int WORKSPACES = 50;

  final String name;

  /// With which the names of its threads begin.
  final String threads;

  final List<ReplySample> samples = new ArrayList<>();
  private final RequestReply requests;
  private final String topic;

  RequestWay(String name, String threads, RequestReply requests, TopicPair topics) {
    this.name = name;
    this.threads = threads;
    this.requests = requests;
    this.topic = topics.requests();
  }

  /// @param bytes size of each request
  LoadRequest request(int bytes) {
    byte[] value = new byte[bytes];
    return number -> {
      ProducerRecord<String, byte[]> request =
          new ProducerRecord<>(topic, "ws_" + number % WORKSPACES, value.clone());
      request.headers().add(HeaderNames.COMMAND_ID, UUID.randomUUID().toString().getBytes(UTF_8));
      return requests.ask(List.of(request), PATIENCE).getFirst() instanceof RequestOutcome.Replied
          ? LoadResponse.of(List.of())
          : LoadResponse.REFUSED;
    };
  }
}
