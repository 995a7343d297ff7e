package io.timeledger.ingest.imports;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// A local time as the moment that it was. One that daylight saving skipped or repeated is never
/// guessed at.
final class LocalMoment {
  private LocalMoment() {}

  static Instant of(LocalDateTime local, ZoneId zone) throws RowException {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return switch (offsets.size()) {
      case 1 -> local.toInstant(offsets.getFirst());
      case 0 ->
          throw new RowException(
              "local_time_in_gap", "%s did not exist in %s.".formatted(local, zone));
      default ->
          throw new RowException(
              "local_time_ambiguous", "%s was there twice in %s.".formatted(local, zone));
    };
  }
}
