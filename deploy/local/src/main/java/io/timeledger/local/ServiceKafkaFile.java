package io.timeledger.local;

import static java.util.stream.Collectors.joining;

import io.timeledger.schemas.kafka.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/// A service's `timeledger.kafka.properties-file`: its login, and long waits for records, so that
/// an idle platform rests.
///
/// A broker responds to a waiting fetch at once when a record arrives. A consumer that takes over
/// partitions of another waits until its fetch returns; here every partition stays where it is.
record ServiceKafkaFile(DataFolder data) {
  private static final String FETCH_WAIT_MILLIS = "5000";

  /// Kafka Streams pauses partitions whose buffers are full, and restores one store after another:
  /// it reads a partition again, or the next, after the fetch that is waiting.
  private static final String STREAMS_FETCH_WAIT_MILLIS = "500";

  /// Writes the file.
  Path of(KafkaUser user) {
    var settings = new TreeMap<>(data.kafkaLogins().of(user));
    settings.put("fetch.max.wait.ms", FETCH_WAIT_MILLIS);
    settings.put("consumer.fetch.max.wait.ms", STREAMS_FETCH_WAIT_MILLIS);
    var text =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(joining());
    var file = data.kafkaClients().resolve(user.userName() + ".properties");
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("create " + file.getParent(), e);
    }
    new OwnerOnlyFile(file).write(text);
    return file;
  }
}
