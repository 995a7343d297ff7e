package io.timeledger.twin.oauth;

import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Vendor;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Google: a refresh token with the first consent only, or a forced one; it lives on.
final class GoogleDialect implements OAuthDialect {
  @Override
  public Vendor vendor() {
    return Vendor.GOOGLE;
  }

  @Override
  public boolean offline(AuthorizeRequest request, boolean grantedBefore) {
    return request.offline() && (request.forceConsent() || !grantedBefore);
  }

  @Override
  public boolean rotates() {
    return false;
  }

  @Override
  public Optional<Duration> lifeOfARefreshToken() {
    return Optional.empty();
  }

  @Override
  public void identify(ObjectNode claims, Mailbox mailbox, String origin) {
    claims
        .put("iss", origin + "/google")
        .put("sub", mailbox.subject())
        .put("email", mailbox.email())
        .put("email_verified", true);
  }

  /// `email` comes back as the address of userinfo.
  @Override
  public String scope(Set<String> granted) {
    return granted.stream()
        .map(
            scope ->
                switch (scope) {
                  case "email", "profile" -> "https://www.googleapis.com/auth/userinfo." + scope;
                  default -> scope;
                })
        .collect(Collectors.joining(" "));
  }

  @Override
  public HttpAnswer error(int status, String code, String description) {
    return HttpAnswer.json(
        status, Trees.object().put("error", code).put("error_description", description));
  }
}
