package io.timeledger.ingest.calendar.block;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.Provider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Blocks for tests.
public final class TestBlocks {
  private static final Instant START = Instant.parse("2026-04-29T08:00:00Z");

  private TestBlocks() {}

  /// One hour with somebody of acme.example.
  public static CalendarBlock meeting(@Nullable String title) {
    return block(BlockKind.MEETING, title, false, START, START.plusSeconds(3600));
  }

  /// One hour with the contacts.
  public static CalendarBlock meetingWith(AttendingContact... contacts) {
    return block(
        BlockKind.MEETING, "Planning", false, START, START.plusSeconds(3600), List.of(contacts));
  }

  static CalendarBlock block(
      BlockKind kind,
      @Nullable String title,
      boolean tentative,
      @Nullable Instant start,
      @Nullable Instant end) {
    return block(kind, title, tentative, start, end, List.of());
  }

  private static CalendarBlock block(
      BlockKind kind,
      @Nullable String title,
      boolean tentative,
      @Nullable Instant start,
      @Nullable Instant end,
      List<AttendingContact> contacts) {
    return new CalendarBlock(
        new BlockId("blk_1"),
        new CalendarId("cal_1"),
        Provider.ICS,
        kind,
        title,
        title == null,
        tentative,
        false,
        start,
        end,
        start == null ? LocalDate.parse("2026-04-29") : null,
        start == null ? LocalDate.parse("2026-04-30") : null,
        ZoneId.of("Europe/Berlin"),
        LocalDate.parse("2026-04-29"),
        "acme.example",
        List.of("acme.example"),
        contacts,
        Json.MAPPER.createArrayNode(),
        false,
        null,
        null,
        1);
  }
}
