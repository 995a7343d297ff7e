package io.timeledger.webhooks.subscription;

import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.SealedHeader;
import io.timeledger.schemas.restricted.SealedSecret;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.UnsealableException;
import io.timeledger.schemas.secret.Vault;
import io.timeledger.webhooks.signature.SigningSecret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A webhook with all it takes to call it.
public final class Endpoint {
  private final Webhook webhook;
  private final WebhookSecrets sealed;
  private final Map<Integer, String> secrets;
  private final Map<String, String> headers;
  private final @Nullable String fault;

  private Endpoint(
      Webhook webhook,
      WebhookSecrets sealed,
      Map<Integer, String> secrets,
      Map<String, String> headers,
      @Nullable String fault) {
    this.webhook = webhook;
    this.sealed = sealed;
    this.secrets = secrets;
    this.headers = headers;
    this.fault = fault;
  }

  /// Opens what is sealed. What cannot be opened makes the endpoint faulty, not an error here: it
  /// is for the delivery log to tell.
  public static Endpoint open(Webhook webhook, WebhookSecrets sealed, Optional<Vault> vault) {
    if (vault.isEmpty()) {
      return faulty(webhook, "no key is configured to open the signing secret with");
    }
    try {
      return new Endpoint(
          webhook, sealed, secrets(sealed, vault.get()), headers(sealed, vault.get()), null);
    } catch (UnsealableException e) {
      return faulty(webhook, "the signing secret cannot be opened: " + e.getMessage());
    }
  }

  public Webhook webhook() {
    return webhook;
  }

  /// Why nothing can be signed; empty when all is well.
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /// What signs at that time, the primary secret first.
  public List<SigningSecret> signingAt(Instant now) {
    return sealed.liveAt(now).stream()
        .map(secret -> secret.key().seq())
        .map(seq -> new SigningSecret(seq, secrets.getOrDefault(seq, "")))
        .toList();
  }

  /// Headers of its owner, with their values.
  public Map<String, String> customHeaders() {
    return headers;
  }

  /// An endpoint that cannot be called for want of its secrets.
  public static Endpoint faulty(Webhook webhook, String fault) {
    WebhookSecrets none =
        new WebhookSecrets(
            webhook.id(), webhook.workspaceId(), webhook.version(), List.of(), List.of());
    return new Endpoint(webhook, none, Map.of(), Map.of(), fault);
  }

  private static Map<Integer, String> secrets(WebhookSecrets sealed, Vault vault) {
    SealContext context = SealContext.secret(sealed.workspaceId(), sealed.id());
    return sealed.secrets().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                secret -> secret.key().seq(),
                (SealedSecret secret) -> vault.open(secret.secret(), context)));
  }

  private static Map<String, String> headers(WebhookSecrets sealed, Vault vault) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (SealedHeader header : sealed.headers()) {
      headers.put(
          header.name(),
          vault.open(
              header.value(),
              SealContext.header(sealed.workspaceId(), sealed.id(), header.name())));
    }
    return headers;
  }
}
