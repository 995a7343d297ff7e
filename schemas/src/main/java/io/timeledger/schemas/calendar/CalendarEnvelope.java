package io.timeledger.schemas.calendar;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.ControlEnvelope;
import io.timeledger.schemas.id.WorkspaceId;

/// A command on its way to the calendar connector: on `time.calendar-commands.v1`. The API has
/// checked that the actor holds `time:calendar`; the connector checks that what the command names
/// is the actor's own.
public record CalendarEnvelope(
    String id, WorkspaceId workspaceId, Actor actor, String bodyHash, CalendarCommand command)
    implements ControlEnvelope<CalendarCommand> {}
