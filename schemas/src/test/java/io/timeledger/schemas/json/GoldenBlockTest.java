package io.timeledger.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.timeledger.schemas.calendar.BlockRecord;
import io.timeledger.schemas.calendar.BlockState;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.BlockKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The JSON of released blocks, kept as files like that of events.
class GoldenBlockTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/topics");
  private static final String SCHEMA = "/timeledger/schemas/resource/calendar_block.schema.json";
  private static final BlockRecord MEETING =
      new BlockRecord(
          new BlockId("blk_0123456789abcdefghjkmnpqrs"),
          new WorkspaceId("ws_1"),
          new UserId("u_1"),
          new CalendarId("cal_4f2a"),
          BlockKind.MEETING,
          BlockState.CONVERTED,
          Instant.parse("2026-04-29T08:00:00Z"),
          Instant.parse("2026-04-29T08:45:00Z"),
          null,
          null,
          ZoneId.of("Europe/Berlin"),
          new EntryId("te_01KQC2J3X50000000000000000"),
          3);
  private static final BlockRecord WHOLE_DAY =
      new BlockRecord(
          new BlockId("blk_1123456789abcdefghjkmnpqrs"),
          new WorkspaceId("ws_1"),
          new UserId("u_1"),
          new CalendarId("cal_4f2a"),
          BlockKind.ALL_DAY,
          BlockState.PENDING,
          null,
          null,
          LocalDate.parse("2026-04-29"),
          LocalDate.parse("2026-04-30"),
          ZoneId.of("Europe/Berlin"),
          null,
          1);

  private record Sample(String file, BlockRecord block) {
    Path path() {
      return GOLDEN.resolve(file);
    }
  }

  private static Stream<Sample> samples() {
    return Stream.of(
        new Sample("calendar_block.json", MEETING),
        new Sample("calendar_block.all_day.json", WHOLE_DAY));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writesAndReadsWhatItHasAlwaysWritten(Sample sample) throws IOException {
    byte[] written = TopicSerdes.CALENDAR_BLOCKS.codec().write(sample.block());
    if (Boolean.getBoolean("golden.write") && !Files.exists(sample.path())) {
      Files.write(sample.path(), written);
    }

    byte[] golden = Files.readAllBytes(sample.path());
    assertThat(written).isEqualTo(golden);
    assertThat(TopicSerdes.CALENDAR_BLOCKS.codec().read(golden)).isEqualTo(sample.block());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isValidByASchemaThatKnowsEveryField(Sample sample) throws IOException {
    JsonNode block = Json.MAPPER.readTree(Files.readAllBytes(sample.path()));
    JsonNode schema = Json.MAPPER.readTree(GoldenBlockTest.class.getResourceAsStream(SCHEMA));

    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("classpath:" + SCHEMA.substring(1)))
                .validate(block))
        .isEmpty();
    assertThat(schema.required("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(block.propertyNames());
  }

  @Test
  void saysNothingOfWhatAMeetingIsAbout() {
    assertThat(Json.MAPPER.valueToTree(MEETING).propertyNames())
        .doesNotContain("title", "organizer_domain", "attendee_domains", "guests", "name");
  }
}
