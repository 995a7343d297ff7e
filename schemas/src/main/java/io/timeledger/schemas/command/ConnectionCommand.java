package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.SealedText;
import org.jspecify.annotations.Nullable;

/// Commands about connections of members' calendars. Secrets in them are encrypted.
public sealed interface ConnectionCommand extends Command {

  /// Connects the caller's calendars. The id of an existing connection of the caller reconnects it,
  /// with the same provider.
  ///
  /// @param id chosen by the sender, because the secret is sealed for it
  /// @param secret the provider's ticket or, for [Provider#ICS], the address
  /// @param seenVersion version of the connection when the sign-in began, 0 for a new one; a ticket
  ///     is used up once the connection has another. Null for an address
  @JsonTypeName("connect_calendar")
  record ConnectCalendar(
      ConnectionId id,
      Provider provider,
      String name,
      SealedText secret,
      @Nullable Integer seenVersion)
      implements ConnectionCommand {

    /// With an address, which can be used repeatedly.
    public ConnectCalendar(ConnectionId id, Provider provider, String name, SealedText secret) {
      this(id, provider, name, secret, null);
    }
  }

  @JsonTypeName("change_connection")
  record ChangeConnection(ConnectionId id, ConnectionPatch patch, @Nullable Integer ifVersion)
      implements ConnectionCommand {}

  /// Administrators may also disconnect another member.
  @JsonTypeName("disconnect")
  record Disconnect(ConnectionId id, @Nullable Integer ifVersion) implements ConnectionCommand {}

  /// Reports the health of the connection. The connector sends it on `time.commands.v1` as the
  /// actor `system`, with [CommandOrigin#SYSTEM].
  ///
  /// A no-op if the connection has changed since, already has this status or is deleted; the reply
  /// is then `unchanged` or `not_found`. For idempotence, the command id is made of connection,
  /// version and status, as in `connection:conn_…:3:active`.
  ///
  /// @param reason a sentence for the owner; null for none
  /// @param seenVersion version of the connection that the report is about
  @JsonTypeName("report_connection")
  record ReportConnection(
      ConnectionId id, ConnectionStatus status, @Nullable String reason, int seenVersion)
      implements ConnectionCommand {}
}
