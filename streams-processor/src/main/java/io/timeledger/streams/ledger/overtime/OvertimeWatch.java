package io.timeledger.streams.ledger.overtime;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Overtime;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PendingEvent;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reports a member's week that a decision took past the threshold, after all other events of the
/// decision and for every channel: once per member and week.
public final class OvertimeWatch {
  private OvertimeWatch() {}

  private record Week(UserId user, LocalDate start) {}

  public static void look(DecisionBuilder decision) {
    if (decision.state().settings().overtimeWeeklyHours() == null) {
      return;
    }
    for (Week week : touched(decision)) {
      if (decision.state().overtime(week.user(), week.start()).isEmpty()) {
        Overtime now = Weeks.of(week.user(), week.start(), decision.state());
        if (Weeks.isPast(now)) {
          decision.change(
              EventType.MEMBER_OVERTIME, now.with(b -> b.alertedAt(decision.now())), null);
        }
      }
    }
  }

  private static Set<Week> touched(DecisionBuilder decision) {
    Set<Week> weeks = new LinkedHashSet<>();
    for (PendingEvent event : List.copyOf(decision.events())) {
      if (event.type().movesTotals()
          && event.type() != EventType.TIME_ENTRY_STATUS_CHANGED
          && event.after() instanceof TimeEntry entry
          && !entry.isDeleted()) {
        weeks.add(new Week(entry.userId(), Weeks.startOf(entry.logDate(), decision.state())));
      }
    }
    return weeks;
  }
}
