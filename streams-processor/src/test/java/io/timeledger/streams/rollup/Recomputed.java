package io.timeledger.streams.rollup;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.resource.Dimension;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Rollup.Money;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Totals straight from the entries as they are, by a way of its own: what every fold must equal.
public final class Recomputed {
  private Recomputed() {}

  public static Map<TimesheetId, List<Long>> sheetTotals(Collection<TimeEntry> entries) {
    Map<TimesheetId, List<Long>> totals = new HashMap<>();
    counting(entries)
        .filter(entry -> entry.timesheetId() != null)
        .forEach(
            entry ->
                totals.merge(
                    entry.timesheetId(),
                    List.of(entry.roundedSeconds(), entry.billable() ? entry.roundedSeconds() : 0L),
                    (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1))));
    return totals;
  }

  /// Sequence of the last event of each sheet, or of an entry that counted in it before or after.
  public static Map<TimesheetId, Long> lastChanges(Collection<Event> events) {
    Map<TimesheetId, Long> last = new HashMap<>();
    for (Event event : events) {
      if (event.data() instanceof Timesheet sheet) {
        last.put(sheet.id(), event.sequence());
      }
      if (event.type().wireName().startsWith("time_entry.")) {
        Stream.of(Optional.ofNullable(event.before()), Optional.of(event.data()))
            .flatMap(Optional::stream)
            .flatMap(data -> data instanceof TimeEntry entry ? counting(List.of(entry)) : null)
            .filter(entry -> entry.timesheetId() != null)
            .forEach(entry -> last.put(entry.timesheetId(), event.sequence()));
      }
    }
    return last;
  }

  /// By `dimension/id/day`.
  public static Map<String, Rollup> rollups(Collection<TimeEntry> entries) {
    Map<String, Rollup> rollups = new TreeMap<>();
    for (Dimension dimension : Dimension.values()) {
      Map<String, List<TimeEntry>> groups = new HashMap<>();
      counting(entries)
          .filter(entry -> id(entry, dimension) != null)
          .forEach(
              entry ->
                  groups
                      .computeIfAbsent(
                          id(entry, dimension) + "/" + entry.logDate(),
                          _ -> new java.util.ArrayList<>())
                      .add(entry));
      groups.forEach(
          (key, group) -> rollups.put(name(dimension) + "/" + key, rollup(dimension, group)));
    }
    return rollups;
  }

  private static Rollup rollup(Dimension dimension, List<TimeEntry> group) {
    TimeEntry any = group.getFirst();
    LocalDate day = any.logDate();
    String id = id(any, dimension);
    TreeMap<String, Money> money = new TreeMap<>();
    for (TimeEntry entry : group) {
      Money sum = money.getOrDefault(entry.currency().getCurrencyCode(), Money.ZERO);
      money.put(
          entry.currency().getCurrencyCode(),
          new Money(
              plus(sum.amount(), entry.hourlyRate(), entry, entry.billable()),
              plus(
                  sum.approvedAmount(),
                  entry.hourlyRate(),
                  entry,
                  entry.billable() && isApproved(entry)),
              plus(sum.cost(), entry.costRate(), entry, entry.costRate() != null)));
    }
    money
        .values()
        .removeIf(
            m ->
                m.amount().signum() == 0
                    && m.approvedAmount().signum() == 0
                    && m.cost().signum() == 0);
    return new Rollup(
        any.workspaceId(),
        dimension,
        id == null ? "" : id,
        day,
        group.size(),
        sum(group.stream()),
        group.stream().mapToLong(TimeEntry::durationSeconds).sum(),
        sum(group.stream().filter(TimeEntry::billable)),
        sum(group.stream().filter(Recomputed::isApproved)),
        sum(group.stream().filter(Recomputed::isApproved).filter(TimeEntry::billable)),
        sum(group.stream().filter(entry -> entry.invoiceLineId() != null)),
        money);
  }

  private static BigDecimal plus(
      BigDecimal sum, @Nullable BigDecimal rate, TimeEntry entry, boolean counts) {
    if (!counts || rate == null) {
      return sum;
    }
    BigDecimal more = sum.add(rate.multiply(BigDecimal.valueOf(entry.roundedSeconds())));
    BigDecimal stripped = more.stripTrailingZeros();
    return new BigDecimal(stripped.toPlainString());
  }

  private static Stream<TimeEntry> counting(Collection<TimeEntry> entries) {
    return entries.stream().filter(entry -> !entry.isRunning() && !entry.isDeleted());
  }

  private static long sum(Stream<TimeEntry> entries) {
    return entries.mapToLong(TimeEntry::roundedSeconds).sum();
  }

  private static boolean isApproved(TimeEntry entry) {
    return entry.status() == EntryStatus.APPROVED;
  }

  private static @Nullable String id(TimeEntry entry, Dimension dimension) {
    return switch (dimension) {
      case WORKSPACE -> entry.workspaceId().value();
      case USER -> entry.userId().value();
      case PROJECT -> entry.projectId() == null ? null : entry.projectId().value();
      case TASK -> entry.taskId() == null ? null : entry.taskId().value();
      case ENTITY ->
          entry.entityType() == EntityType.INTERNAL
              ? "internal"
              : name(entry.entityType()) + ":" + entry.entityId();
      case STAGE -> stage(entry);
    };
  }

  private static @Nullable String stage(TimeEntry entry) {
    for (String tag : entry.tags()) {
      if (tag.matches("stage:.+") && entry.entityType() != EntityType.INTERNAL) {
        return id(entry, Dimension.ENTITY) + "/" + tag.split(":", 2)[1];
      }
    }
    return null;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
