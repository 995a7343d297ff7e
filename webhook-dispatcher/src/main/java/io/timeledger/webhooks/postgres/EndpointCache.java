package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.WebhookSecrets;
import io.timeledger.schemas.secret.Vault;
import io.timeledger.webhooks.subscription.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Endpoints as they are now, with their secrets opened; kept in memory until they change.
public final class EndpointCache {
  private static final RecordCodec<Webhook> WEBHOOKS = new RecordCodec<>(Webhook.class);
  private static final RecordCodec<WebhookSecrets> SECRETS =
      new RecordCodec<>(WebhookSecrets.class);

  private record Kept(long revision, Endpoint endpoint) {}

  private final Optional<Vault> vault;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  public EndpointCache(Optional<Vault> vault) {
    this.vault = vault;
  }

  /// Those of the ids that exist.
  Map<String, Endpoint> of(DSLContext sql, Collection<String> ids) {
    Map<String, Endpoint> found = new HashMap<>();
    List<String> stale =
        sql
            .fetch(
                "select id, revision from webhooks.endpoint where id = any({0})",
                DSL.val(ids.stream().distinct().toArray(String[]::new)))
            .stream()
            .filter(row -> !isKept(row, found))
            .map(row -> row.get("id", String.class))
            .toList();
    if (!stale.isEmpty()) {
      load(sql, stale, found);
    }
    return found;
  }

  static Webhook webhook(String json) {
    return WEBHOOKS.read(json.getBytes(StandardCharsets.UTF_8));
  }

  static WebhookSecrets secrets(String json) {
    return SECRETS.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isKept(Record row, Map<String, Endpoint> found) {
    String id = row.get("id", String.class);
    Kept known = kept.get(id);
    if (known == null || known.revision() != row.get("revision", Long.class)) {
      return false;
    }
    found.put(id, known.endpoint());
    return true;
  }

  private void load(DSLContext sql, List<String> ids, Map<String, Endpoint> found) {
    sql.fetch(
            """
            select e.id, e.revision, e.config::text as config, s.sealed::text as sealed
            from webhooks.endpoint e
            left join webhooks.secret s on s.endpoint_id = e.id
            where e.id = any({0})
            """,
            DSL.val(ids.toArray(String[]::new)))
        .forEach(
            row -> {
              Webhook webhook = webhook(row.get("config", String.class));
              String sealed = row.get("sealed", String.class);
              Endpoint endpoint =
                  sealed == null
                      ? Endpoint.faulty(webhook, "its secrets are gone")
                      : Endpoint.open(webhook, secrets(sealed), vault);
              kept.put(webhook.id().value(), new Kept(row.get("revision", Long.class), endpoint));
              found.put(webhook.id().value(), endpoint);
            });
  }
}
