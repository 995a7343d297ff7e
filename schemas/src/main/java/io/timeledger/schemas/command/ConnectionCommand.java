package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.SealedText;
import org.jspecify.annotations.Nullable;

/// Connections of a member's calendars, decided by the ledger. Commands carry secrets encrypted.
public sealed interface ConnectionCommand extends Command {

  /// Connects the caller's calendars. With the id of a connection of theirs it connects that one
  /// again, to the same provider.
  ///
  /// @param id chosen by the sender, because the secret is sealed for it
  /// @param secret the provider's ticket or, for [Provider#ICS], the address
  @JsonTypeName("connect_calendar")
  record ConnectCalendar(ConnectionId id, Provider provider, String name, SealedText secret)
      implements ConnectionCommand {}

  @JsonTypeName("change_connection")
  record ChangeConnection(ConnectionId id, ConnectionPatch patch, @Nullable Integer ifVersion)
      implements ConnectionCommand {}

  /// Also by administrators, for another member.
  @JsonTypeName("disconnect")
  record Disconnect(ConnectionId id, @Nullable Integer ifVersion) implements ConnectionCommand {}

  /// How the connection does. The connector sends it on `time.commands.v1` as the actor `system`,
  /// with [CommandOrigin#SYSTEM].
  ///
  /// A no-op if the connection has changed since, has this status already or is deleted; the reply
  /// says `unchanged` or `not_found`. Derive the command id from connection, version and status, as
  /// in `connection:conn_…:3:active`: that makes it idempotent.
  ///
  /// @param reason a sentence for the owner; null when there is none to say
  /// @param seenVersion of the connection that the report is about
  @JsonTypeName("report_connection")
  record ReportConnection(
      ConnectionId id, ConnectionStatus status, @Nullable String reason, int seenVersion)
      implements ConnectionCommand {}
}
