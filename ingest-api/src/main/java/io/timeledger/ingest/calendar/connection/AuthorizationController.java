package io.timeledger.ingest.calendar.connection;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.calendar.signin.SignIns;
import io.timeledger.ingest.command.NewIds;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Provider;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Begins sign-ins at providers. Nothing is stored until the ticket is redeemed.
@RestController
final class AuthorizationController {
  private static final int LONGEST_URL = 2_000;

  private final SignIns signIns;
  private final Connections connections;
  private final NewIds ids;

  AuthorizationController(SignIns signIns, Connections connections, NewIds ids) {
    this.signIns = signIns;
    this.connections = connections;
    this.ids = ids;
  }

  @FromReadModels
  @PostMapping("/api/v1/time/calendar/authorizations")
  ResponseEntity<ObjectNode> begin(Caller caller, @RequestBody AuthorizationBody body) {
    ReadRights.require(caller, Permission.CALENDAR);
    ReadRights.require(caller, Permission.WRITE);
    FieldValidator form = new FieldValidator();
    Provider provider = form.required("provider", body.provider(), Provider.GOOGLE);
    String returnUrl = form.text("return_url", body.returnUrl(), LONGEST_URL);
    if (provider == Provider.ICS) {
      form.fail("provider", "not_allowed", "An address needs no sign-in: create the connection.");
    }
    form.check();
    ConnectionId id = body.connectionId();
    int seenVersion = id == null ? 0 : versionOf(caller, id, provider, form);
    ConnectionId connection = id == null ? ids.newConnection() : id;
    SignIns.Begun begun = signIns.begin(caller, provider, connection, seenVersion, returnUrl);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            Envelope.data(
                Json.MAPPER
                    .createObjectNode()
                    .put("connection_id", connection.value())
                    .put("authorize_url", begun.authorizeUrl().toString())
                    .put("expires_at", begun.expiresAt().toString())));
  }

  private int versionOf(Caller caller, ConnectionId id, Provider provider, FieldValidator form) {
    ObjectNode connection =
        connections
            .find(caller.workspaceId(), id)
            .filter(found -> ConnectionView.isOwn(found, caller) && !isDeleted(found))
            .orElseThrow(ApiException::notFound);
    if (!name(provider).equals(connection.required("provider").asString())) {
      form.fail("provider", "not_allowed", "The connection has another provider.");
    }
    form.check();
    return connection.required("version").asInt();
  }

  private static boolean isDeleted(ObjectNode connection) {
    return !connection.path("deleted_at").isMissingNode() && !connection.get("deleted_at").isNull();
  }

  private static String name(@Nullable Provider provider) {
    return String.valueOf(provider).toLowerCase(Locale.ROOT);
  }
}
