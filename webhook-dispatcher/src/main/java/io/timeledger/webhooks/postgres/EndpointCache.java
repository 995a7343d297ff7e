package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.ENDPOINT;
import static io.timeledger.schemas.jooq.webhooks.Tables.SECRET;
import static io.timeledger.webhooks.postgres.ColumnConverters.isAny;

import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.WebhookSecrets;
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
import org.jooq.JSONB;
import org.jooq.Record2;

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
            .select(ENDPOINT.ID, ENDPOINT.REVISION)
            .from(ENDPOINT)
            .where(isAny(ENDPOINT.ID, ids))
            .fetch()
            .stream()
            .filter(row -> !isKept(row, found))
            .map(Record2::value1)
            .toList();
    if (!stale.isEmpty()) {
      load(sql, stale, found);
    }
    return found;
  }

  static Webhook webhook(JSONB json) {
    return WEBHOOKS.read(json.data().getBytes(StandardCharsets.UTF_8));
  }

  static WebhookSecrets secrets(JSONB json) {
    return SECRETS.read(json.data().getBytes(StandardCharsets.UTF_8));
  }

  private boolean isKept(Record2<String, Long> row, Map<String, Endpoint> found) {
    String id = row.value1();
    Kept known = kept.get(id);
    if (known == null || known.revision() != row.value2()) {
      return false;
    }
    found.put(id, known.endpoint());
    return true;
  }

  private void load(DSLContext sql, List<String> ids, Map<String, Endpoint> found) {
    sql.select(ENDPOINT.REVISION, ENDPOINT.CONFIG, SECRET.SEALED)
        .from(ENDPOINT)
        .leftJoin(SECRET)
        .on(SECRET.ENDPOINT_ID.eq(ENDPOINT.ID))
        .where(isAny(ENDPOINT.ID, ids))
        .forEach(
            row -> {
              Webhook webhook = webhook(row.get(ENDPOINT.CONFIG));
              JSONB sealed = row.get(SECRET.SEALED);
              Endpoint endpoint =
                  sealed == null
                      ? Endpoint.faulty(webhook, "its secrets are gone")
                      : Endpoint.open(webhook, secrets(sealed), vault);
              kept.put(webhook.id().value(), new Kept(row.get(ENDPOINT.REVISION), endpoint));
              found.put(webhook.id().value(), endpoint);
            });
  }
}
