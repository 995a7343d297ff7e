package io.timeledger.bench.crud;

import io.timeledger.schemas.id.TimesheetId;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// A timesheet per member and week, created on demand. Its id derives from both, and existing ones
/// are cached; every write checks that its timesheet is open.
@Component
final class CrudTimesheets {
  private static final String INSERT =
      "insert into crud.timesheet (id, workspace_id, user_id, week, status)"
          + " values (?, ?, ?, ?, 'open') on conflict do nothing";
  private final Map<String, TimesheetId> known = new ConcurrentHashMap<>();
  private final DataSource database;

  CrudTimesheets(DataSource database) {
    this.database = database;
  }

  TimesheetId of(CrudAccount account, LocalDate day) throws SQLException {
    LocalDate week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String id = "ts_%s-%s-%s".formatted(account.workspaceId(), account.userId(), week);
    TimesheetId there = known.get(id);
    if (there != null) {
      return there;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, id);
      insert.setString(2, account.workspaceId().value());
      insert.setString(3, account.userId().value());
      insert.setDate(4, Date.valueOf(week));
      insert.executeUpdate();
    }
    TimesheetId made = new TimesheetId(id);
    known.put(id, made);
    return made;
  }
}
