package io.timeledger.webhooks.postgres;

import static java.util.stream.Collectors.groupingBy;

import io.timeledger.runtime.ImmutableBytes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The bytes that deliveries send, as they were rendered at intake.
final class BodyRows {
  private BodyRows() {}

  /// By [LeasedDelivery#bodyKey]; absent when it is no longer kept.
  static Map<String, ImmutableBytes> of(DSLContext tx, List<LeasedDelivery> leases) {
    Map<String, ImmutableBytes> bodies = new HashMap<>();
    Map<LocalDate, List<LeasedDelivery>> byDay =
        leases.stream().collect(groupingBy(it -> it.lease().day()));
    byDay.forEach((day, those) -> read(tx, day, those, bodies));
    return bodies;
  }

  private static void read(
      DSLContext tx,
      LocalDate day,
      List<LeasedDelivery> leases,
      Map<String, ImmutableBytes> bodies) {
    tx.fetch(
            """
            select event_id, variant, bytes from webhooks.body
            where day = {0} and event_id = any({1})
            """,
            DSL.val(day),
            DSL.val(leases.stream().map(it -> it.lease().eventId()).toArray(String[]::new)))
        .forEach(
            row ->
                bodies.put(
                    LeasedDelivery.bodyKey(
                        row.get("event_id", String.class), row.get("variant", String.class)),
                    ImmutableBytes.of(row.get("bytes", byte[].class))));
  }
}
