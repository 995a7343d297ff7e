package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.WebhookSecrets;
import io.timeledger.webhooks.subscription.SecretAvailability;
import io.timeledger.webhooks.subscription.SecretChange;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Endpoints, their secrets and their lanes, as the log tells of them.
final class EndpointRows {

  private EndpointRows() {}

  static void change(DSLContext tx, Collection<Webhook> webhooks) {
    if (webhooks.isEmpty()) {
      return;
    }
    Lanes.lock(tx, webhooks.stream().map(it -> it.id().value()).toList());
    webhooks.forEach(it -> change(tx, it));
  }

  static void changeSecrets(DSLContext tx, Collection<SecretChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    Lanes.lock(tx, changes.stream().map(it -> it.webhookId().value()).toList());
    for (SecretChange change : changes) {
      String id = change.webhookId().value();
      WebhookSecrets secrets = change.secrets();
      if (secrets == null) {
        tx.execute("delete from webhooks.secret where endpoint_id = {0}", DSL.val(id));
      } else {
        tx.execute(
            """
            insert into webhooks.secret (endpoint_id, workspace_id, sealed)
            values ({0}, {1}, {2}::jsonb)
            on conflict (endpoint_id) do update set sealed = excluded.sealed
            """,
            DSL.val(id),
            DSL.val(change.workspaceId().value()),
            DSL.val(Json.MAPPER.writeValueAsString(secrets)));
      }
      Record endpoint =
          tx.fetchOne(
              """
              update webhooks.endpoint set revision = nextval('webhooks.revision')
              where id = {0} and deleted_at is null
              returning config::text as config
              """,
              DSL.val(id));
      if (endpoint != null) {
        holdForSecrets(tx, EndpointCache.webhook(endpoint.get(0, String.class)), secrets);
      }
    }
  }

  private static void change(DSLContext tx, Webhook webhook) {
    String id = webhook.id().value();
    boolean wasEnabled =
        Optional.ofNullable(
                tx.fetchOne("select enabled from webhooks.endpoint where id = {0}", DSL.val(id)))
            .map(row -> row.get(0, Boolean.class))
            .orElse(true);
    put(tx, webhook);
    lane(tx, webhook);
    holdForSecrets(tx, webhook, secrets(tx, id));
    if (webhook.deletedAt() != null) {
      DeliveryCancellation.ofEndpoint(tx, id);
    } else if (!webhook.enabled()) {
      EndpointDisabling.hold(tx, id);
    } else if (!wasEnabled) {
      startAnew(tx, id);
    }
  }

  private static void put(DSLContext tx, Webhook webhook) {
    DisabledReason reason = webhook.disabledReason();
    tx.execute(
        """
        insert into webhooks.endpoint (
          id, workspace_id, url, host, events, enabled, disabled_reason, disabled_at, config,
          sequence, deleted_at)
        values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}::jsonb, {9}, {10})
        on conflict (id) do update set
          url = excluded.url, host = excluded.host, events = excluded.events,
          enabled = excluded.enabled, disabled_reason = excluded.disabled_reason,
          disabled_at = excluded.disabled_at, config = excluded.config,
          sequence = excluded.sequence, deleted_at = excluded.deleted_at,
          revision = nextval('webhooks.revision')
        where endpoint.sequence < excluded.sequence
        """,
        DSL.val(webhook.id().value()),
        DSL.val(webhook.workspaceId().value()),
        DSL.val(webhook.url()),
        DSL.val(host(webhook)),
        DSL.val(webhook.events().toArray(String[]::new)),
        DSL.val(webhook.enabled()),
        DSL.val(reason == null ? null : reason.name().toLowerCase(Locale.ROOT), String.class),
        DSL.val(webhook.disabledAt(), Instant.class),
        DSL.val(Json.MAPPER.writeValueAsString(webhook)),
        DSL.val(webhook.sequence()),
        DSL.val(webhook.deletedAt(), Instant.class));
  }

  private static void lane(DSLContext tx, Webhook webhook) {
    boolean strict = webhook.ordering() == DeliveryOrder.STRICT;
    int cap = strict ? 1 : webhook.maxInFlight();
    tx.execute(
        """
        insert into webhooks.lane (
          id, endpoint_id, workspace_id, host, strict, cap_now, cap_max, rate_per_second)
        values ({0}, {0}, {1}, {2}, {3}, {4}, {4}, {5})
        on conflict (id) do update set
          host = excluded.host, strict = excluded.strict, cap_max = excluded.cap_max,
          cap_now = case when lane.cap_max = excluded.cap_max
            then lane.cap_now else excluded.cap_max end,
          rate_per_second = excluded.rate_per_second
        """,
        DSL.val(webhook.id().value()),
        DSL.val(webhook.workspaceId().value()),
        DSL.val(host(webhook)),
        DSL.val(strict),
        DSL.val(cap),
        DSL.val(webhook.ratePerSecond(), Integer.class));
    tx.execute(
        "update webhooks.lane set host = {1} where endpoint_id = {0}",
        DSL.val(webhook.id().value()), DSL.val(host(webhook)));
  }

  /// Nothing is sent that could not be signed.
  static void holdForSecrets(DSLContext tx, Webhook webhook, @Nullable WebhookSecrets secrets) {
    if (SecretAvailability.areComplete(webhook, secrets)) {
      tx.execute(
          """
          update webhooks.lane set hold_until = null, hold_reason = null
          where endpoint_id = {0} and hold_reason = 'secret'
          """,
          DSL.val(webhook.id().value()));
    } else {
      tx.execute(
          """
          update webhooks.lane set hold_until = timestamptz '9999-12-31 00:00Z', hold_reason = 'secret'
          where endpoint_id = {0}
          """,
          DSL.val(webhook.id().value()));
    }
  }

  private static void startAnew(DSLContext tx, String id) {
    tx.execute(
        """
        update webhooks.lane
        set cap_now = cap_max, fast_streak = 0, fail_streak = 0, first_failure_at = null,
          notice_percent = 0,
          hold_until = case when hold_reason = 'secret' then hold_until end,
          hold_reason = case when hold_reason = 'secret' then hold_reason end
        where id = {0}
        """,
        DSL.val(id));
  }

  static @Nullable WebhookSecrets secrets(DSLContext tx, String id) {
    List<String> found =
        tx.fetch("select sealed::text from webhooks.secret where endpoint_id = {0}", DSL.val(id))
            .map(row -> row.get(0, String.class));
    return found.isEmpty() ? null : EndpointCache.secrets(found.getFirst());
  }

  static String host(Webhook webhook) {
    try {
      String host = URI.create(webhook.url()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
