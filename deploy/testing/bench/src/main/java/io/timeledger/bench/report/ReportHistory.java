package io.timeledger.bench.report;

import io.timeledger.bench.BenchPlatform;
import io.timeledger.bench.BenchProgress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;

/// Three years of work, written directly into the projector's tables, with rollups computed by SQL.
/// Always the same for the same number of entries.
final class ReportHistory {
  private static final int CHUNK = 250_000;
  private final Connection database;
  private final BenchProgress progress;

  ReportHistory(Connection database, BenchProgress progress) {
    this.database = database;
    this.progress = progress;
  }

  void write(int entries) throws Exception {
    execute("set search_path = projection_1");
    execute("set synchronous_commit = off");
    execute("set maintenance_work_mem = '512MB'");
    execute("set work_mem = '256MB'");
    script("directory.sql");
    dropIndexes();
    progress.of(String.format(Locale.ROOT, "%,d entries", entries), () -> entries(entries));
    progress.of("rollups", () -> script("rollups.sql"));
    progress.of("indexes", this::indexes);
    progress.of("vacuum and analyze", () -> execute("vacuum analyze"));
  }

  private int entries(int count) throws Exception {
    String insert = resource("/io/timeledger/bench/report/entries.sql");
    for (int from = 1; from <= count; from += CHUNK) {
      int to = Math.min(count, from + CHUNK - 1);
      execute(String.format(Locale.ROOT, insert, BenchPlatform.WORKSPACE, from, to));
      progress.tick();
    }
    return count;
  }

  private void dropIndexes() throws SQLException {
    execute(
        """
        do $$
        declare one text;
        begin
          for one in
            select indexname from pg_indexes
            where schemaname = 'projection_1' and tablename in ('time_entry', 'rollup')
              and indexname not like '%_pkey'
          loop
            execute 'drop index ' || one;
          end loop;
        end $$
        """);
    execute("alter table time_entry drop constraint time_entry_pkey");
    execute("alter table rollup drop constraint rollup_pkey");
  }

  private boolean indexes() throws Exception {
    execute("alter table time_entry add primary key (workspace_id, id)");
    execute(
        "alter table rollup add primary key"
            + " (workspace_id, dimension, dimension_id, log_date, currency)");
    return execute(resource("/db/projection/indexes/R__lists.sql"));
  }

  private boolean script(String name) throws Exception {
    for (String statement : resource("/io/timeledger/bench/report/" + name).split(";\n", -1)) {
      if (!statement.isBlank()) {
        execute(statement.replace("%1$s", BenchPlatform.WORKSPACE));
        progress.tick();
      }
    }
    return true;
  }

  private boolean execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ReportHistory.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
