package io.timeledger.schemas.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/// The roles of services and BI tools, with the rights of `db/roles/services.sql`.
public enum DatabaseRole {
  INGEST_API,
  STREAMS_PROCESSOR,
  WEBHOOK_DISPATCHER,
  CALENDAR_CONNECTOR,
  /// Reads the views of `reporting`.
  BI;

  public String roleName() {
    return "timeledger_" + name().toLowerCase(Locale.ROOT);
  }

  /// Creates the roles and grants their rights on the current database; idempotent.
  public static String script() {
    return read("services.sql");
  }

  /// Grants the rows of a workspace to a customer's own role, `timeledger_bi_<customer>`.
  public static String customerScript(String customer, String workspace) {
    return read("customer.sql")
        .replace(":'customer'", quoted(customer))
        .replace(":'workspace'", quoted(workspace));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String read(String name) {
    String resource = "/db/roles/" + name;
    try (InputStream in = DatabaseRole.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
