package io.timeledger.schemas.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TopicTest {
  private static final Set<String> PUBLIC =
      Arrays.stream(Topic.values())
          .filter(Topic::isPublic)
          .map(Topic::topicName)
          .collect(Collectors.toCollection(TreeSet::new));

  @Test
  void asyncApiDescribesThePublicTopicsAndNoOther() throws IOException {
    Set<String> described = new TreeSet<>();
    try (InputStream in =
        TopicTest.class.getResourceAsStream("/timeledger/asyncapi/timeledger.asyncapi.json")) {
      for (JsonNode channel : Json.MAPPER.readTree(in).required("channels")) {
        described.add(channel.required("address").asString());
      }
    }

    assertThat(described).isEqualTo(PUBLIC);
  }

  @Test
  void theReadmeListsThePublicTopicsAndNoOther() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    int from = readme.indexOf("**Public topics** (");
    String list = readme.substring(from, readme.indexOf(')', from));

    assertThat(Pattern.compile("`([^`]+)`").matcher(list).results().map(match -> match.group(1)))
        .containsExactlyInAnyOrderElementsOf(PUBLIC);
  }
}
