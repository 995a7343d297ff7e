package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.ConnectionPatch;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.streams.ledger.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Applies a patch to a connection and validates the result.
final class PatchedConnection {
  private PatchedConnection() {}

  /// @throws Refusal naming every bad field
  static Connection of(Connection before, ConnectionPatch patch) {
    ConnectionRules rules = new ConnectionRules();
    Connection after =
        before.with(
            b ->
                b.name(rules.kept("name", patch.name(), before.name()))
                    .calendarIds(distinct(patch.calendarIds().orKeep(before.calendarIds())))
                    .showPrivateTitles(
                        orDefault(patch.showPrivateTitles(), before.showPrivateTitles(), false))
                    .daysBack(
                        orDefault(
                            patch.daysBack(), before.daysBack(), Connection.DEFAULT_DAYS_BACK))
                    .daysAhead(
                        orDefault(
                            patch.daysAhead(), before.daysAhead(), Connection.DEFAULT_DAYS_AHEAD)));
    rules.checkName(after.name());
    rules.checkCalendars(after.calendarIds());
    rules.checkDays("days_back", after.daysBack(), Connection.MAX_DAYS_BACK);
    rules.checkDays("days_ahead", after.daysAhead(), Connection.MAX_DAYS_AHEAD);
    rules.requireAll();
    return after;
  }

  private static @Nullable List<CalendarId> distinct(@Nullable List<CalendarId> ids) {
    return ids == null ? null : ids.stream().distinct().toList();
  }

  /// The value after the patch, for a field that null resets to its default.
  private static <T> T orDefault(Patch<T> patch, T current, T otherwise) {
    T patched = patch.value();
    if (!patch.present()) {
      return current;
    }
    return patched == null ? otherwise : patched;
  }
}
