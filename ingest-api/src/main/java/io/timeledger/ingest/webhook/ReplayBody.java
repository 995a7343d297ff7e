package io.timeledger.ingest.webhook;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.schemas.webhook.ReplayFilter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body of a replay; null does not restrict.
///
/// @param states null means `held`, `failed_permanent` and `exhausted`
/// @param from creation of the delivery, inclusive
/// @param to creation of the delivery, exclusive
/// @param ratePerSecond null uses the dispatcher's default
record ReplayBody(
    @Nullable List<@Nullable DeliveryState> states,
    @Nullable List<@Nullable String> events,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable List<@Nullable DeliveryId> deliveryIds,
    @Nullable Integer ratePerSecond) {
  static final ReplayBody EMPTY = new ReplayBody(null, null, null, null, null, null);

  private static final int MOST_IDS = 1_000;
  private static final int MOST_EVENTS = 50;
  private static final int LONGEST_EVENT = 100;
  private static final int HIGHEST_RATE = 1_000;
  private static final Set<DeliveryState> UNFINISHED =
      EnumSet.of(DeliveryState.PENDING, DeliveryState.LEASED);

  ReplayFilter filter() {
    FieldValidator form = new FieldValidator();
    List<DeliveryState> wanted = whole(form, "states", states, DeliveryState.values().length);
    if (wanted.stream().anyMatch(UNFINISHED::contains)) {
      form.fail("states", "invalid", "What is pending will be delivered anyway.");
    }
    List<String> names = whole(form, "events", events, MOST_EVENTS);
    names.forEach(name -> form.text("events", name, LONGEST_EVENT));
    Instant start = form.instant("from", from);
    Instant end = form.instant("to", to);
    List<DeliveryId> ids = whole(form, "delivery_ids", deliveryIds, MOST_IDS);
    form.between("rate_per_second", ratePerSecond, 1, HIGHEST_RATE);
    form.notEmpty("states", states);
    form.notEmpty("events", events);
    form.notEmpty("delivery_ids", deliveryIds);
    form.ordered("from", start, "to", end);
    form.check();
    return new ReplayFilter(Set.copyOf(wanted), names, start, end, ids);
  }

  private static <T> List<T> whole(
      FieldValidator form, String field, @Nullable List<@Nullable T> list, int most) {
    if (list != null && list.size() > most) {
      form.fail(field, "too_many", "At most %d.".formatted(most));
    }
    return form.elements(field, list);
  }
}
