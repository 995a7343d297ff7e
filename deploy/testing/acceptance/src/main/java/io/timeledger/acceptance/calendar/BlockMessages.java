package io.timeledger.acceptance.calendar;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.TopicDump;
import io.timeledger.harness.rest.RestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The public messages about blocks of a workspace.
///
/// @param count all of them, tombstones included
/// @param repeated the same message once more, as after a crash between sending and forgetting
/// @param renumbered messages that say the same as the one before with another version
/// @param stale blocks whose last message is not what the database says
public record BlockMessages(int count, int repeated, List<String> renumbered, Set<String> stale) {
  private static final String TOPIC = "time.calendar-blocks.v1";
  private static final String REPORTED =
      """
      select concat_ws(' ', block_id, state, to_char(started_at at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS"Z"'), start_date)
      from reporting.calendar_blocks
      where workspace_id = ?
      """;

  /// A message as far as it must be new.
  private record Message(String key, JsonNode content, int version) {}

  static BlockMessages read(Cluster cluster, String workspace) {
    List<Message> all =
        new TopicDump(cluster.kafkaSettings())
            .all(TOPIC, BlockMessages::message).stream()
                .filter(message -> message.key().startsWith(workspace + "/"))
                .toList();
    Map<String, Message> last = new TreeMap<>();
    List<String> renumbered = new ArrayList<>();
    int repeated = 0;
    for (Message message : all) {
      Message before = last.put(message.key(), message);
      if (before != null && before.content().equals(message.content())) {
        if (before.version() == message.version()) {
          repeated++;
        } else {
          renumbered.add(message.toString());
        }
      }
    }
    Set<String> said = new TreeSet<>();
    last.values().stream()
        .filter(message -> message.content().isObject())
        .forEach(message -> said.add(words(message.content())));
    Set<String> stale = new TreeSet<>(new CalendarRowsReader(cluster).texts(REPORTED, workspace));
    Set<String> both = new TreeSet<>(stale);
    both.retainAll(said);
    stale.addAll(said);
    stale.removeAll(both);
    return new BlockMessages(all.size(), repeated, renumbered, stale);
  }

  private static Message message(ConsumerRecord<String, byte[]> message) {
    if (message.value() == null) {
      return new Message(message.key(), RestClient.JSON.nullNode(), 0);
    }
    ObjectNode content = (ObjectNode) RestClient.JSON.readTree(message.value());
    int version = content.path("version").asInt(0);
    content.remove("version");
    return new Message(message.key(), content, version);
  }

  private static String words(JsonNode content) {
    List<String> words = new ArrayList<>();
    for (String field : List.of("id", "state", "started_at", "start_date")) {
      String word = content.path(field).asString("");
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return String.join(" ", words);
  }
}
