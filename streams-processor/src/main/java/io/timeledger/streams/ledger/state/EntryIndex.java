package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.DAY;
import static io.timeledger.streams.ledger.state.StateTable.DAY_SECONDS;
import static io.timeledger.streams.ledger.state.StateTable.ENTRY;
import static io.timeledger.streams.ledger.state.StateTable.EXTERNAL;
import static io.timeledger.streams.ledger.state.StateTable.RUNNING;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Entries by id, with indexes for the rules: running timers, entries by day, and by external id.
record EntryIndex(StateTables tables) {

  Optional<TimeEntry> entry(EntryId id) {
    return tables.find(ENTRY, id.value());
  }

  Optional<TimeEntry> running(UserId user) {
    return tables.find(ENTRY, RUNNING, user.value());
  }

  Optional<TimeEntry> byExternalId(String source, String id) {
    // Deletes did not free the id in earlier versions, so old state still has it.
    return tables
        .find(ENTRY, EXTERNAL, externalKey(source, id))
        .filter(entry -> !entry.isDeleted());
  }

  Optional<TimeEntry> ofBlock(BlockId block) {
    return tables.find(ENTRY, EXTERNAL, externalKey(BlockId.EXTERNAL_SOURCE, block.value()));
  }

  List<TimeEntry> ofDays(UserId user, LocalDate from, LocalDate to) {
    return entries(
            tables
                .of(DAY)
                .range(user.value() + "/" + from, user.value() + "/" + to.plusDays(1))
                .values())
        .toList();
  }

  Stream<TimeEntry> of(UserId user) {
    return entries(tables.withPrefix(DAY, user.value() + "/"));
  }

  private Stream<TimeEntry> entries(Collection<String> ids) {
    return ids.stream().map(tables.of(ENTRY)::get).filter(Objects::nonNull);
  }

  /// Stored as a sum per day, so that a week takes seven lookups instead of a scan of its entries.
  long seconds(UserId user, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .map(day -> tables.of(DAY_SECONDS).get(user.value() + "/" + day))
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
      tables.delete(DAY, dayKey(before));
      if (before.isRunning() && !before.isDeleted()) {
        tables.delete(RUNNING, before.userId().value());
      }
    }
    tables.put(ENTRY, after.id().value(), after);
    if (!after.isDeleted()) {
      tables.put(DAY, dayKey(after), after.id().value());
      if (after.isRunning()) {
        tables.put(RUNNING, after.userId().value(), after.id().value());
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
    if (!after.isDeleted()) {
      tables.put(EXTERNAL, key, after.id().value());
    } else if (!source.equals(BlockId.EXTERNAL_SOURCE)) { // a block keeps its entry
      tables.delete(EXTERNAL, key);
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
      Long before = tables.of(DAY_SECONDS).get(key);
      long sum = (before == null ? 0 : before) + sign * seconds;
      if (sum == 0) {
        tables.delete(DAY_SECONDS, key);
      } else {
        tables.put(DAY_SECONDS, key, sum);
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
