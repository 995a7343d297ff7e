package io.timeledger.twin.oauth;

import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Vendor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Microsoft: `offline_access` gives a refresh token, and each refresh another one. The old one is
/// not revoked by that: a client that lost the new one asks again.
final class MicrosoftDialect implements OAuthDialect {
  private static final List<String> PROTOCOL = List.of("offline_access");
  private static final Map<String, Integer> NUMBERS =
      Map.of("invalid_grant", 70_000, "invalid_client", 7_000_215, "invalid_request", 900_144);

  @Override
  public Vendor vendor() {
    return Vendor.MICROSOFT;
  }

  @Override
  public boolean offline(AuthorizeRequest request, boolean grantedBefore) {
    return request.scopes().contains("offline_access");
  }

  @Override
  public boolean rotates() {
    return true;
  }

  @Override
  public Optional<Duration> lifeOfARefreshToken() {
    return Optional.of(Duration.ofDays(90));
  }

  @Override
  public void identify(ObjectNode claims, Mailbox mailbox, String origin) {
    claims
        .put("iss", "%s/microsoft/%s/v2.0".formatted(origin, mailbox.tenant()))
        .put("sub", mailbox.subject().replace("-", ""))
        .put("tid", mailbox.tenant())
        .put("oid", mailbox.subject())
        .put("email", mailbox.email())
        .put("preferred_username", mailbox.email())
        .put("ver", "2.0");
  }

  @Override
  public String scope(Set<String> granted) {
    return granted.stream()
        .filter(scope -> !PROTOCOL.contains(scope))
        .collect(Collectors.joining(" "));
  }

  @Override
  public HttpAnswer error(int status, String code, String description) {
    Integer number = NUMBERS.getOrDefault(code, 90_000);
    ObjectNode body =
        Trees.object()
            .put("error", code)
            .put("error_description", "AADSTS%d: %s".formatted(number, description))
            .put("trace_id", UUID.randomUUID().toString())
            .put("correlation_id", UUID.randomUUID().toString());
    body.set("error_codes", JsonNodeFactory.instance.arrayNode().add(number));
    return HttpAnswer.json(status, body);
  }
}
