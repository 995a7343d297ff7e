package io.timeledger.calendar.postgres;

import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.SECRET;

import io.timeledger.calendar.round.DueWork;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.calendar.round.RoundSupersededException;
import io.timeledger.schemas.restricted.ConnectionSecret;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Keeps out results of work that began before the owner changed the connection. The lease does
/// not: its holder works on.
final class WorkFence {
  private WorkFence() {}

  /// In a transaction that holds the member's lock, which every change by the owner takes.
  ///
  /// @throws RoundSupersededException if the owner has signed in again, entered another address,
  ///     or changed what is read of the calendar
  static void require(DSLContext tx, DueWork due) {
    ConnectionSecret secret = due.secret();
    Condition sameSecret =
        DSL.notExists(
            DSL.selectOne()
                .from(SECRET)
                .where(SECRET.CONNECTION_ID.eq(CONNECTION.ID))
                .and(SECRET.VERSION.gt(secret == null ? 0 : secret.version())));
    Condition sameCalendar =
        due instanceof DueRound round
            ? DSL.exists(
                DSL.selectOne()
                    .from(CALENDAR_)
                    .where(CALENDAR_.ID.eq(round.calendarId().value()))
                    .and(CALENDAR_.GENERATION.eq(round.generation())))
            : DSL.trueCondition();
    boolean same =
        tx.fetchExists(
            CONNECTION,
            CONNECTION
                .ID
                .eq(due.connection().id().value())
                .and(CONNECTION.CONNECTED_VERSION.le(due.connection().version()))
                .and(sameSecret)
                .and(sameCalendar));
    if (!same) {
      throw new RoundSupersededException(due);
    }
  }
}
