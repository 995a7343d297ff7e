package io.timeledger.calendar.intake;

import io.timeledger.calendar.intake.TakenRecord.TakenCommand;
import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarCommand.RestoreBlock;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a batch of records changes, to be locked before any of it is applied.
///
/// @param members whose blocks, marks or connections may change
/// @param erased members all of whose connections end
/// @param connections that may change or become due
/// @param calendars that become due
public record LockScope(
    Set<MemberKey> members,
    Set<MemberKey> erased,
    Set<ConnectionId> connections,
    Set<CalendarId> calendars) {

  static LockScope of(List<Event> events, List<TakenRecord> records) {
    LockScope scope =
        new LockScope(new TreeSet<>(), new TreeSet<>(), new HashSet<>(), new HashSet<>());
    events.forEach(scope::add);
    for (TakenRecord taken : records) {
      if (taken instanceof TakenSecret secret) {
        scope.connections.add(secret.connectionId());
      } else if (taken instanceof TakenCommand command) {
        scope.add(command.envelope());
      }
    }
    return scope;
  }

  private void add(Event event) {
    switch (event.data()) {
      case Connection connection -> {
        members.add(new MemberKey(connection.workspaceId(), connection.userId()));
        connections.add(connection.id());
      }
      case Member member -> {
        MemberKey key = new MemberKey(member.workspaceId(), member.id());
        members.add(key);
        if (event.type() == EventType.MEMBER_ERASED) {
          erased.add(key);
        }
      }
      case TimeEntry entry -> members.add(new MemberKey(entry.workspaceId(), entry.userId()));
      default -> {}
    }
  }

  private void add(CalendarEnvelope envelope) {
    MemberKey member = new MemberKey(envelope.workspaceId(), envelope.actor().userId());
    switch (envelope.command()) {
      case SyncNow sync -> {
        members.add(member);
        connections.add(sync.connectionId());
      }
      case DismissBlocks _, RestoreBlock _ -> members.add(member);
      // A provider's report changes nothing of a member's.
      case CalendarDue due -> calendars.add(due.id());
    }
  }
}
