package io.timeledger.bench.compare;

import io.timeledger.bench.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Checks that all acknowledged writes exist.
final class LossCheck {
  private final BenchSession session;

  LossCheck(BenchSession session) {
    this.session = session;
  }

  void run() throws SQLException {
    new Projected(session.database()).awaitRest();
    Table table = new Table("Acknowledged entries", "system", "acknowledged", "not there");
    row(table, session.timeledger().name(), "read.time_entry");
    row(table, session.crud().name(), "crud.entry");
    table.print(session.out());
  }

  private void row(Table table, String name, String relation) throws SQLException {
    List<String> ids = session.acknowledged().getOrDefault(name, List.of());
    table.row(name, "%,d".formatted(ids.size()), missing(session.database(), relation, ids));
  }

  private static long missing(Connection database, String relation, List<String> ids)
      throws SQLException {
    try (PreparedStatement select =
        database.prepareStatement(
            "select count(*) from unnest(?::text[]) as acknowledged (id) left join "
                + relation
                + " there on there.id = acknowledged.id where there.id is null")) {
      select.setArray(1, database.createArrayOf("text", ids.toArray()));
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
