package io.timeledger.local;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.kafka.KafkaUser;
import io.timeledger.schemas.kafka.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The table in deploy/README.md says what each user of Kafka reads and writes.
class UsersTableTest {
  @ParameterizedTest
  @EnumSource
  void saysWhatEachUserReadsAndWrites(KafkaUser user) throws IOException {
    String writes = user.writes().isEmpty() ? "" : names(user.writes()) + " ";
    assertThat(Files.readString(Path.of("..", "README.md")))
        .contains("| `%s` | %s | %s|".formatted(user.userName(), names(user.reads()), writes));
  }

  /// In the order of their declaration.
  private static String names(Set<Topic> topics) {
    return topics.stream().sorted().map(UsersTableTest::shortName).collect(joining(", "));
  }

  private static String shortName(Topic topic) {
    String name = topic.topicName();
    return name.startsWith("time.")
        ? name.substring("time.".length(), name.length() - ".v1".length())
        : "`" + name + "`";
  }
}
