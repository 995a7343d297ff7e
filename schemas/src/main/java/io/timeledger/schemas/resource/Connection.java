package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A member's account at a calendar provider, or the address of an ICS file. The secret is not
/// included; it is on the private topic, as `restricted.ConnectionSecret`.
///
/// @param userId the owner; only they see the calendars
/// @param name chosen by the owner
/// @param statusReason a sentence about the status, for the owner; null for none
/// @param calendarIds the calendars to read; null means the primary one
/// @param showPrivateTitles whether titles of private events are stored and shown to the owner
/// @param daysBack days before today to read
/// @param daysAhead days after today to read
/// @param deletedAt null unless disconnected
@RecordBuilder
public record Connection(
    ConnectionId id,
    WorkspaceId workspaceId,
    UserId userId,
    Provider provider,
    String name,
    ConnectionStatus status,
    @Nullable String statusReason,
    @Nullable List<CalendarId> calendarIds,
    boolean showPrivateTitles,
    int daysBack,
    int daysAhead,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, ConnectionBuilder.With {

  public static final int DEFAULT_DAYS_BACK = 30;
  public static final int MAX_DAYS_BACK = 90;
  public static final int DEFAULT_DAYS_AHEAD = 14;
  public static final int MAX_DAYS_AHEAD = 60;

  public static final int MAX_PER_MEMBER = 5;

  public Connection {
    calendarIds = calendarIds == null ? null : List.copyOf(calendarIds);
  }

  @Override
  public String subject() {
    return id.value();
  }
}
