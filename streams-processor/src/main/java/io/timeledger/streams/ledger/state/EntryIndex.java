package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StoreOpener.Kind;

import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Entries by id, with indexes for the rules: running timers, entries by day, and by external id.
final class EntryIndex {
  private final SortedStore<TimeEntry> entries;
  private final SortedStore<String> running;
  private final SortedStore<String> days;
  private final SortedStore<String> external;
  private final SortedStore<Long> daySeconds;

  EntryIndex(StoreOpener stores) {
    this(
        stores.open(Kind.ENTRY, TimeEntry.class),
        stores.open(Kind.RUNNING, String.class),
        stores.open(Kind.DAY, String.class),
        stores.open(Kind.EXTERNAL, String.class),
        stores.open(Kind.DAY_SECONDS, Long.class));
  }

  private EntryIndex(
      SortedStore<TimeEntry> entries,
      SortedStore<String> running,
      SortedStore<String> days,
      SortedStore<String> external,
      SortedStore<Long> daySeconds) {
    this.entries = entries;
    this.running = running;
    this.days = days;
    this.external = external;
    this.daySeconds = daySeconds;
  }

  EntryIndex fork() {
    return new EntryIndex(
        new OverlayStore<>(entries),
        new OverlayStore<>(running),
        new OverlayStore<>(days),
        new OverlayStore<>(external),
        new OverlayStore<>(daySeconds));
  }

  Optional<TimeEntry> entry(EntryId id) {
    return Optional.ofNullable(entries.get(id.value()));
  }

  Optional<TimeEntry> running(UserId user) {
    return Optional.ofNullable(running.get(user.value())).map(entries::get);
  }

  Optional<TimeEntry> byExternalId(String source, String id) {
    // Deletes did not free the id in earlier versions, so old state still has it.
    return Optional.ofNullable(external.get(externalKey(source, id)))
        .map(entries::get)
        .filter(entry -> !entry.isDeleted());
  }

  List<TimeEntry> ofDays(UserId user, LocalDate from, LocalDate to) {
    return days
        .range(user.value() + "/" + from, user.value() + "/" + to.plusDays(1))
        .values()
        .stream()
        .map(entries::get)
        .filter(Objects::nonNull)
        .toList();
  }

  Stream<TimeEntry> of(UserId user) {
    return days.withPrefix(user.value() + "/").values().stream()
        .map(entries::get)
        .filter(Objects::nonNull);
  }

  /// Stored as a sum per day, so that a week takes seven lookups instead of a scan of its entries.
  long seconds(UserId user, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .map(day -> daySeconds.get(user.value() + "/" + day))
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  void put(TimeEntry after, @Nullable TimeEntry before) {
    if (before == null || !isCountedAlike(after, before)) {
      if (before != null) {
        count(before, -1);
      }
      count(after, 1);
    }
    if (before != null) {
      days.delete(dayKey(before));
      if (before.isRunning() && !before.isDeleted()) {
        running.delete(before.userId().value());
      }
    }
    entries.put(after.id().value(), after);
    if (!after.isDeleted()) {
      days.put(dayKey(after), after.id().value());
      if (after.isRunning()) {
        running.put(after.userId().value(), after.id().value());
      }
    }
    putExternal(after, before);
  }

  private void putExternal(TimeEntry after, @Nullable TimeEntry before) {
    String source = after.externalSource();
    String externalId = after.externalId();
    boolean wasThere = before != null && !before.isDeleted();
    if (source == null || externalId == null || wasThere != after.isDeleted()) {
      return;
    }
    String key = externalKey(source, externalId);
    if (after.isDeleted()) {
      external.delete(key);
    } else {
      external.put(key, after.id().value());
    }
  }

  private static boolean isCountedAlike(TimeEntry after, TimeEntry before) {
    return counted(after) == counted(before)
        && after.userId().equals(before.userId())
        && after.logDate().equals(before.logDate());
  }

  private static long counted(TimeEntry entry) {
    return entry.isRunning() || entry.isDeleted() ? 0 : entry.roundedSeconds();
  }

  private void count(TimeEntry entry, int sign) {
    long seconds = counted(entry);
    if (seconds != 0) {
      String key = entry.userId().value() + "/" + entry.logDate();
      Long before = daySeconds.get(key);
      long sum = (before == null ? 0 : before) + sign * seconds;
      if (sum == 0) {
        daySeconds.delete(key);
      } else {
        daySeconds.put(key, sum);
      }
    }
  }

  private static String dayKey(TimeEntry entry) {
    return entry.userId().value() + "/" + entry.logDate() + "/" + entry.id().value();
  }

  /// The length distinguishes pairs whose texts join to the same key.
  private static String externalKey(String source, String id) {
    return source.length() + "/" + source + "/" + id;
  }
}
