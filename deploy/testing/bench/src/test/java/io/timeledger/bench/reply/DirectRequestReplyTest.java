package io.timeledger.bench.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.runtime.kafka.request.PendingRequest;
import io.timeledger.runtime.kafka.request.RequestOutcome;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class DirectRequestReplyTest {
  private static final Duration SHORT = Duration.ofMillis(20);
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final PendingReplies replies = new PendingReplies();
  private boolean positioned = true;
  private final DirectRequestReply requests =
      new DirectRequestReply("api_1", producer, replies, () -> positioned);

  @Test
  void ofTwoRequestsWithOneIdEachGetsItsOwnReply() {
    PendingRequest first = requests.send(request("same"), SHORT);
    PendingRequest second = requests.send(request("same"), SHORT);

    replies.deliver(replyTo(producer.history().get(1)));

    assertThat(second.reply()).isCompletedWithValueMatching(reply -> reply.key().equals("ws"));
    assertThat(first.reply()).isNotDone();
  }

  @Test
  void ignoresRepliesThatAreForOthers() {
    PendingRequest request = requests.send(request("id"), SHORT);

    replies.deliver(reply("api_2/1"));
    replies.deliver(new ConsumerRecord<>("replies", 0, 0, "ws", new byte[0]));

    assertThat(request.reply()).isNotDone();
  }

  @Test
  void sendsAllInOrderBeforeItWaits() {
    List<RequestOutcome> outcomes =
        requests.ask(List.of(request("a"), request("b"), request("c")), SHORT);

    assertThat(outcomes)
        .containsExactly(
            new RequestOutcome.Pending(),
            new RequestOutcome.Pending(),
            new RequestOutcome.Pending());
    assertThat(producer.history())
        .extracting(sent -> header(sent, HeaderNames.COMMAND_ID))
        .containsExactly("a", "b", "c");
    assertThat(producer.history())
        .extracting(sent -> header(sent, HeaderNames.API_INSTANCE))
        .containsExactly("api_1/1", "api_1/2", "api_1/3");
  }

  @Test
  void isUnavailableWhenTheLogDoesNotTakeTheRequest() {
    producer.sendException = new KafkaException("gone");

    assertThat(requests.ask(List.of(request("id")), SHORT))
        .containsExactly(new RequestOutcome.Unavailable());
  }

  @Test
  void doesNotSendWhatIsTooLarge() {
    ProducerRecord<String, byte[]> large =
        new ProducerRecord<>("requests", "ws", new byte[Topic.MAX_RECORD_BYTES + 1]);

    assertThat(requests.ask(List.of(large), SHORT)).containsExactly(new RequestOutcome.TooLarge());
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void saysSoWhenTheLogFindsItTooLarge() {
    producer.sendException = new RecordTooLargeException("with its headers");

    assertThat(requests.ask(List.of(request("id")), SHORT))
        .containsExactly(new RequestOutcome.TooLarge());
  }

  @Test
  void sendsNothingWhileRepliesWouldNotBeSeen() {
    positioned = false;

    assertThat(requests.ask(List.of(request("a"), request("b")), SHORT))
        .containsExactly(new RequestOutcome.Unavailable(), new RequestOutcome.Unavailable());
    assertThat(producer.history()).isEmpty();
  }

  private static ProducerRecord<String, byte[]> request(String id) {
    ProducerRecord<String, byte[]> request =
        new ProducerRecord<>("requests", "ws", "{}".getBytes(UTF_8));
    request.headers().add(HeaderNames.COMMAND_ID, id.getBytes(UTF_8));
    return request;
  }

  private static ConsumerRecord<String, byte[]> replyTo(ProducerRecord<String, byte[]> request) {
    return reply(header(request, HeaderNames.API_INSTANCE));
  }

  private static ConsumerRecord<String, byte[]> reply(String address) {
    ConsumerRecord<String, byte[]> reply =
        new ConsumerRecord<>("replies", 0, 0, "ws", "{}".getBytes(UTF_8));
    reply.headers().add(HeaderNames.API_INSTANCE, address.getBytes(UTF_8));
    return reply;
  }

  private static String header(ProducerRecord<String, byte[]> from, String name) {
    return new String(from.headers().lastHeader(name).value(), UTF_8);
  }
}
