package io.timeledger.ingest.calendar.signin;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.secret.Sealer;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.runtime.network.PushAvailability;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Provider;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The providers that members can connect calendars of.
@RestController
final class ProvidersController {
  private final OAuthClients clients;
  private final Sealer sealer;

  ProvidersController(OAuthClients clients, Sealer sealer) {
    this.clients = clients;
    this.sealer = sealer;
  }

  @GetMapping("/api/v1/time/calendar/providers")
  ObjectNode list(Caller caller) {
    ReadRights.require(caller, Permission.CALENDAR);
    ArrayNode providers = Json.MAPPER.createArrayNode();
    for (Provider provider : Provider.values()) {
      PushAvailability push = clients.push(provider, sealer.isAvailable());
      providers
          .addObject()
          .put("provider", provider.name().toLowerCase(Locale.ROOT))
          .put("configured", clients.isConfigured(provider))
          .put("push", push.isAvailable())
          .put("push_reason", push.isAvailable() ? null : push.words());
    }
    return Envelope.data(providers);
  }
}
