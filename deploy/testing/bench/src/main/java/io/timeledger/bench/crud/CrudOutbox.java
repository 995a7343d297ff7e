package io.timeledger.bench.crud;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// Reads outbox rows in order and passes them to subscribers, of which there are none here.
@Component
final class CrudOutbox implements InitializingBean, DisposableBean {
  private static final String TAKE =
      "delete from crud.outbox where id in (select id from crud.outbox order by id limit 500)";
  private static final long PAUSE_MILLIS = 50;
  private final DataSource database;
  private final Thread thread = Thread.ofVirtual().name("outbox").unstarted(this::run);

  /// @param table a dependency, since it creates the schema
  CrudOutbox(DataSource database, EntryTable table) {
    this.database = database;
  }

  @Override
  public void afterPropertiesSet() {
    thread.start();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        if (statement.executeUpdate(TAKE) == 0) {
          Thread.sleep(PAUSE_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public void destroy() {
    thread.interrupt();
  }
}
