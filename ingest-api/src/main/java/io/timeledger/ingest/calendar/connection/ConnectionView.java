package io.timeledger.ingest.calendar.connection;

import io.timeledger.ingest.access.Caller;
import io.timeledger.schemas.resource.Permission;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a connection that a reader may see: the owner all of them, an administrator only
/// status data.
final class ConnectionView {
  private static final List<String> OF_ADMINISTRATORS =
      List.of(
          "id",
          "workspace_id",
          "user_id",
          "provider",
          "status",
          "last_success_at",
          "created_at",
          "updated_at",
          "version",
          "deleted_at");

  private ConnectionView() {}

  static boolean isOwn(ObjectNode connection, Caller caller) {
    return caller.may(Permission.CALENDAR)
        && connection.required("user_id").asString().equals(caller.userId().value());
  }

  static ObjectNode of(ObjectNode connection, Caller caller) {
    return isOwn(connection, caller) ? connection : connection.retain(OF_ADMINISTRATORS);
  }
}
