package io.timeledger.streams.projector.postgres;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// The schemas `projector` and `projection_<n>`. The caller must hold the lock on schemas.
final class ProjectionSchemas {
  private static final String PREFIX = "projection_";
  private static final String TABLES = "classpath:db/projection/tables";
  private static final String INDEXES = "classpath:db/projection/indexes";

  private final DataSource database;
  private final DSLContext sql;

  ProjectionSchemas(DataSource database) {
    this.database = database;
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  static String name(int number) {
    return PREFIX + number;
  }

  void migrateProjector() {
    migrate("projector", "classpath:db/projector");
  }

  /// Creates the schema if it does not exist.
  void migrate(int number) {
    migrate(name(number), TABLES, INDEXES);
  }

  void createUnindexed(int number) {
    migrate(name(number), TABLES);
  }

  void analyze(int number) {
    sql.fetch(
            "select tablename::text from pg_tables where schemaname = {0}",
            DSL.inline(name(number)))
        .getValues(0, String.class)
        .forEach(table -> sql.execute("analyze {0}", DSL.name(name(number), table)));
  }

  Optional<Integer> newest() {
    return numbers().stream().max(Integer::compare);
  }

  void dropAllBut(int number) {
    numbers().stream()
        .filter(other -> other != number)
        .forEach(other -> sql.dropSchema(DSL.name(name(other))).cascade().execute());
  }

  private List<Integer> numbers() {
    return sql.fetch(
            "select substr(nspname, {0})::int from pg_namespace"
                + " where nspname ~ '^projection_[0-9]+$'",
            DSL.inline(PREFIX.length() + 1))
        .getValues(0, Integer.class);
  }

  private void migrate(String schema, String... locations) {
    Flyway.configure()
        .dataSource(database)
        .defaultSchema(schema)
        .locations(locations)
        .load()
        .migrate();
  }
}
