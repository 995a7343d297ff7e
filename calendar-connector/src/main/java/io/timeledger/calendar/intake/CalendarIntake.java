package io.timeledger.calendar.intake;

import io.timeledger.calendar.intake.TakenRecord.TakenCommand;
import io.timeledger.calendar.intake.TakenRecord.TakenEvent;
import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Applies a batch from the log in one transaction: events in order, then secrets, then commands.
/// Skips events that were already applied.
public final class CalendarIntake {
  private final LedgerFacts facts;
  private final CalendarCommandHandler commands;

  public CalendarIntake(LedgerFacts facts, CalendarCommandHandler commands) {
    this.facts = facts;
    this.commands = commands;
  }

  public void apply(List<TakenRecord> records) {
    List<Event> events = fresh(records);
    facts.lock(LockScope.of(events, records));
    events.forEach(this::apply);
    for (TakenRecord taken : records) {
      if (taken instanceof TakenSecret secret) {
        facts.put(secret);
      }
    }
    for (TakenRecord taken : records) {
      if (taken instanceof TakenCommand command) {
        commands.handle(command);
      }
    }
  }

  private List<Event> fresh(List<TakenRecord> records) {
    List<Event> events =
        records.stream()
            .filter(TakenEvent.class::isInstance)
            .map(taken -> ((TakenEvent) taken).event())
            .toList();
    Set<WorkspaceId> workspaces = new HashSet<>();
    events.forEach(event -> workspaces.add(event.workspaceId()));
    Map<WorkspaceId, Long> seen = new HashMap<>(facts.seen(workspaces));
    List<Event> fresh =
        events.stream()
            .filter(event -> event.sequence() > seen.getOrDefault(event.workspaceId(), 0L))
            .peek(event -> seen.put(event.workspaceId(), event.sequence()))
            .toList();
    if (!fresh.isEmpty()) {
      facts.keepSeen(seen);
    }
    return fresh;
  }

  private void apply(Event event) {
    switch (event.data()) {
      case Connection connection -> apply(connection);
      case Member member -> apply(member, event.type());
      case TimeEntry entry -> apply(entry);
      default -> {}
    }
  }

  private void apply(Connection connection) {
    if (connection.deletedAt() == null) {
      facts.put(connection);
    } else {
      facts.disconnect(connection);
    }
  }

  private void apply(Member member, EventType type) {
    if (type == EventType.MEMBER_ERASED) {
      facts.erase(new MemberKey(member.workspaceId(), member.id()));
    } else {
      facts.put(member);
    }
  }

  private void apply(TimeEntry entry) {
    if (BlockId.EXTERNAL_SOURCE.equals(entry.externalSource()) && entry.externalId() != null) {
      facts.convert(entry, new BlockId(entry.externalId()));
    }
  }
}
