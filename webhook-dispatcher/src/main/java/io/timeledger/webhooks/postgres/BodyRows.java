package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.BODY;
import static io.timeledger.webhooks.postgres.ColumnConverters.isAny;
import static java.util.stream.Collectors.groupingBy;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.webhooks.queue.LeasedDelivery;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// The bytes that deliveries send, as they were rendered at intake.
final class BodyRows {
  private BodyRows() {}

  /// By [LeasedDelivery#bodyKey]; absent when it is no longer kept.
  static Map<String, ImmutableBytes> of(DSLContext tx, List<LeasedDelivery> leases) {
    Map<String, ImmutableBytes> bodies = new HashMap<>();
    Map<LocalDate, List<LeasedDelivery>> byDay =
        leases.stream().collect(groupingBy(leased -> leased.lease().day()));
    byDay.forEach((day, those) -> read(tx, day, those, bodies));
    return bodies;
  }

  private static void read(
      DSLContext tx,
      LocalDate day,
      List<LeasedDelivery> leases,
      Map<String, ImmutableBytes> bodies) {
    tx.select(BODY.EVENT_ID, BODY.VARIANT, BODY.BYTES)
        .from(BODY)
        .where(BODY.DAY.eq(day))
        .and(isAny(BODY.EVENT_ID, leases, leased -> leased.lease().eventId()))
        .forEach(
            row ->
                bodies.put(
                    LeasedDelivery.bodyKey(row.get(BODY.EVENT_ID), row.get(BODY.VARIANT)),
                    ImmutableBytes.of(row.get(BODY.BYTES))));
  }
}
