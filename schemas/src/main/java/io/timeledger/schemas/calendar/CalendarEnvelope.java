package io.timeledger.schemas.calendar;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.ControlEnvelope;
import io.timeledger.schemas.id.WorkspaceId;

/// A command to the calendar connector, on `time.calendar-commands.v1`. The API has checked that
/// the actor has `time:calendar`; the connector checks that the named resources are the actor's
/// own.
public record CalendarEnvelope(
    String id, WorkspaceId workspaceId, Actor actor, String bodyHash, CalendarCommand command)
    implements ControlEnvelope<CalendarCommand> {}
