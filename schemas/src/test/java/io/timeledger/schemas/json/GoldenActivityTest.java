package io.timeledger.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.ActivitySlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The JSON of released activity slots, kept as a file like that of events.
class GoldenActivityTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/topics/activity_slot.json");
  private static final String SCHEMA = "/timeledger/schemas/resource/activity_slot.schema.json";
  private static final ActivitySlot SAMPLE =
      new ActivitySlot(
          "act_0123456789abcdef0123456789abcdef",
          new WorkspaceId("ws_1"),
          new UserId("u_1"),
          Instant.parse("2026-04-29T08:20:00Z"),
          "laptop",
          3,
          LocalDate.parse("2026-04-29"),
          ZoneId.of("Europe/Berlin"),
          new ProjectId("p_1"),
          null,
          600,
          120,
          240,
          300,
          List.of(new ActivitySlot.AppUse("Editor", 400)),
          List.of(new ActivitySlot.UrlUse("https://docs.example/page", 100)),
          List.of(
              new ActivitySlot.Screenshot(
                  "s3://shots/1.png", Instant.parse("2026-04-29T08:25:00Z"))),
          new UserId("u_1"),
          Instant.parse("2026-04-29T08:30:01Z"));

  @Test
  void writesAndReadsWhatItHasAlwaysWritten() throws IOException {
    byte[] written = TopicSerdes.ACTIVITIES.codec().write(SAMPLE);
    if (Boolean.getBoolean("golden.write") && !Files.exists(GOLDEN)) {
      Files.createDirectories(GOLDEN.getParent());
      Files.write(GOLDEN, written);
    }

    assertThat(written).isEqualTo(Files.readAllBytes(GOLDEN));
    assertThat(TopicSerdes.ACTIVITIES.codec().read(Files.readAllBytes(GOLDEN))).isEqualTo(SAMPLE);
  }

  @Test
  void isValidByASchemaThatKnowsEveryField() throws IOException {
    JsonNode sample = Json.MAPPER.readTree(Files.readAllBytes(GOLDEN));
    JsonNode schema = Json.MAPPER.readTree(GoldenActivityTest.class.getResourceAsStream(SCHEMA));

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:" + SCHEMA.substring(1)))
                .validate(sample))
        .isEmpty();
    assertThat(schema.required("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(sample.propertyNames());
  }
}
