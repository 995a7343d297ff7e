package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.MEMBER;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.provider.Window;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionSecret;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Reads and writes connections, secrets and members' zones and windows.
final class ConnectionRows {
  private static final RecordCodec<Connection> CONNECTIONS = new RecordCodec<>(Connection.class);
  private static final RecordCodec<ConnectionSecret> SECRETS =
      new RecordCodec<>(ConnectionSecret.class);

  private ConnectionRows() {}

  static Connection connection(JSONB json) {
    return CONNECTIONS.read(CalendarColumns.bytes(json));
  }

  /// As of its last event.
  static Connection current(DSLContext tx, ConnectionId id) {
    return connection(
        tx.select(CONNECTION.CONFIG)
            .from(CONNECTION)
            .where(CONNECTION.ID.eq(id.value()))
            .fetchSingle(CONNECTION.CONFIG));
  }

  static JSONB json(Connection connection) {
    return JSONB.valueOf(new String(CONNECTIONS.write(connection), StandardCharsets.UTF_8));
  }

  static ConnectionSecret secret(JSONB json) {
    return SECRETS.read(CalendarColumns.bytes(json));
  }

  static @Nullable ConnectionSecret secretOrNull(@Nullable JSONB json) {
    return json == null ? null : secret(json);
  }

  static JSONB json(ConnectionSecret secret) {
    return JSONB.valueOf(new String(SECRETS.write(secret), StandardCharsets.UTF_8));
  }

  /// The member's zone; UTC while the member is unknown.
  static ZoneId zone(DSLContext tx, MemberKey member) {
    return tx.select(MEMBER.TIMEZONE)
        .from(MEMBER)
        .where(MEMBER.WORKSPACE_ID.eq(member.workspaceId().value()))
        .and(MEMBER.USER_ID.eq(member.userId().value()))
        .fetchOptional(MEMBER.TIMEZONE)
        .map(ZoneId::of)
        .orElse(ZoneOffset.UTC);
  }

  /// The days read of any of the member's calendars; empty if none was read.
  static Optional<Window> window(DSLContext tx, MemberKey member, ZoneId zone) {
    Record2<LocalDate, LocalDate> days =
        tx.select(DSL.min(CALENDAR_.WINDOW_FROM), DSL.max(CALENDAR_.WINDOW_TO))
            .from(CALENDAR_)
            .where(CALENDAR_.WORKSPACE_ID.eq(member.workspaceId().value()))
            .and(CALENDAR_.USER_ID.eq(member.userId().value()))
            .fetchSingle();
    LocalDate from = days.value1();
    LocalDate to = days.value2();
    return from == null || to == null ? Optional.empty() : Optional.of(new Window(from, to, zone));
  }
}
