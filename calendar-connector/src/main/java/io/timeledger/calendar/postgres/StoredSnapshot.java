package io.timeledger.calendar.postgres;

import io.timeledger.calendar.fold.ConversionSnapshot;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.EventTime.AllDay;
import io.timeledger.calendar.provider.EventTime.Timed;
import io.timeledger.schemas.json.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// The JSON of the column `conversion.snapshot`. Views read its times.
///
/// @param titleWithheld null in older rows: not known
record StoredSnapshot(
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable ZoneId zone,
    @Nullable String titleHash,
    @Nullable Boolean titleWithheld) {
  private static final RecordCodec<StoredSnapshot> CODEC = new RecordCodec<>(StoredSnapshot.class);

  static JSONB write(ConversionSnapshot snapshot) {
    StoredSnapshot stored =
        switch (snapshot.time()) {
          case Timed timed ->
              new StoredSnapshot(
                  timed.start(),
                  timed.end(),
                  null,
                  null,
                  timed.zone(),
                  snapshot.titleHash(),
                  snapshot.titleWithheld());
          case AllDay days ->
              new StoredSnapshot(
                  null,
                  null,
                  days.start(),
                  days.endExclusive(),
                  null,
                  snapshot.titleHash(),
                  snapshot.titleWithheld());
        };
    return JSONB.valueOf(new String(CODEC.write(stored), StandardCharsets.UTF_8));
  }

  static ConversionSnapshot read(JSONB json) {
    StoredSnapshot stored = CODEC.read(CalendarColumns.bytes(json));
    return new ConversionSnapshot(
        stored.time(), stored.titleHash(), Boolean.TRUE.equals(stored.titleWithheld()));
  }

  private EventTime time() {
    if (startedAt != null && zone != null) {
      return new Timed(startedAt, endedAt, zone, false);
    } else if (startDate != null && endDate != null) {
      return new AllDay(startDate, endDate);
    }
    throw new IllegalStateException("neither times nor dates");
  }
}
