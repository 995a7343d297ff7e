package io.timeledger.schemas.command;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.CalendarId;
import java.util.List;

/// Changes to a connection. Null resets a field to its default, where it has one.
@RecordBuilder
public record ConnectionPatch(
    Patch<String> name,
    Patch<List<CalendarId>> calendarIds,
    Patch<Boolean> showPrivateTitles,
    Patch<Integer> daysBack,
    Patch<Integer> daysAhead)
    implements ConnectionPatchBuilder.With {

  /// An empty patch, to be filled by its builder.
  public static ConnectionPatchBuilder builder() {
    return ConnectionPatchBuilder.builder()
        .name(Patch.absent())
        .calendarIds(Patch.absent())
        .showPrivateTitles(Patch.absent())
        .daysBack(Patch.absent())
        .daysAhead(Patch.absent());
  }
}
