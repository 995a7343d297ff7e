package io.timeledger.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of released events, kept as files: what we write must stay what we wrote, and every
/// file must be valid by today's schema and readable by today's code. `-Dgolden.write=true` adds
/// files of new types and, where a type has got more fields since its newest file, a file of the
/// next revision, as in `time_entry.created.r2.json`; it never changes one that is there.
class GoldenEventsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/v1");
  private static final String BASE = "https://schemas.timeledger.io/v1/";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaIdResolvers(
                  ids -> ids.mapPrefix(BASE, "classpath:timeledger/schemas/")));

  private final EventCodec codec = new EventCodec();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void writesWhatItHasAlwaysWritten(EventType type) throws IOException {
    Event sample = EventSamples.of(type);
    byte[] written = codec.write(sample);
    int newest = newestRevision(type);
    if (Boolean.getBoolean("golden.write")
        && (newest == 0 || !Arrays.equals(written, Files.readAllBytes(file(type, newest))))) {
      Files.createDirectories(GOLDEN);
      Files.write(file(type, ++newest), written);
    }

    assertThat(written).isEqualTo(Files.readAllBytes(file(type, newest)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsAndValidatesWhatWasEverWritten(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);

    Event event = codec.read(bytes);

    requireAdditionsOnly(Json.MAPPER.readTree(codec.write(event)), Json.MAPPER.readTree(bytes));
    assertThat(Seal.holds((ObjectNode) Json.MAPPER.readTree(bytes))).isTrue();
    assertThat(violations(event.type(), Json.MAPPER.readTree(bytes))).isEmpty();
  }

  @Test
  void findsAFieldThatBreaksTheSchema() {
    ObjectNode event = codec.toTree(EventSamples.of(EventType.TIME_ENTRY_CREATED));
    ((ObjectNode) event.required("data")).put("duration_seconds", "an hour");

    assertThat(violations(EventType.TIME_ENTRY_CREATED, event)).isNotEmpty();
  }

  @Test
  void givesEveryFieldOfEveryResourceASchema() {
    for (EventType type : EventType.values()) {
      JsonNode data = codec.toTree(EventSamples.of(type)).required("data");
      JsonNode properties = schemaOf(type).required("properties");
      assertThat(properties.propertyNames())
          .as(type.wireName())
          .containsExactlyInAnyOrderElementsOf(data.propertyNames());
      assertThat(properties).allSatisfy(p -> assertThat(p.has("x-visibility")).isTrue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1795398463", "\"\"", "\"2026-11-23\"", "{}"})
  void refusesATimestampThatIsNone(String timestamp) {
    ObjectNode event = codec.toTree(EventSamples.of(EventType.TIME_ENTRY_CREATED));
    event.set("timestamp", Json.MAPPER.readTree(timestamp));

    assertThatThrownBy(() -> codec.fromTree(event)).isInstanceOf(MalformedException.class);
  }

  @Test
  void noticesAnAlteredEvent() {
    ObjectNode event = codec.toTree(EventSamples.of(EventType.TIMESHEET_APPROVED));
    ((ObjectNode) event.required("data")).put("total_seconds", 1);

    assertThat(Seal.holds(event)).isFalse();
  }

  private static int newestRevision(EventType type) {
    int revision = 0;
    while (Files.exists(file(type, revision + 1))) {
      revision++;
    }
    return revision;
  }

  private static Path file(EventType type, int revision) {
    String suffix = revision == 1 ? ".json" : ".r" + revision + ".json";
    return GOLDEN.resolve(type.wireName() + suffix);
  }

  /// What was written before is written still; what a later revision added may stand beside it.
  private static void requireAdditionsOnly(JsonNode now, JsonNode before) {
    if (before instanceof ObjectNode fields) {
      fields.forEachEntry((field, value) -> requireAdditionsOnly(now.path(field), value));
    } else {
      assertThat(now).isEqualTo(before);
    }
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return List.copyOf(files.sorted().toList()).stream();
    }
  }

  private static List<com.networknt.schema.Error> violations(EventType type, JsonNode event) {
    return SCHEMAS
        .getSchema(SchemaLocation.of(BASE + "event/" + type.wireName() + ".schema.json"))
        .validate(event);
  }

  private static JsonNode schemaOf(EventType type) {
    return Json.MAPPER.readTree(
        GoldenEventsTest.class.getResourceAsStream(
            "/timeledger/schemas/resource/" + type.subject().wireName() + ".schema.json"));
  }
}
