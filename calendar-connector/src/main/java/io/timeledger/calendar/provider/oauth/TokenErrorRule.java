package io.timeledger.calendar.provider.oauth;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an error of a token endpoint means (RFC 6749, 5.2).
final class TokenErrorRule {
  /// Microsoft reports missing consent as `invalid_grant`, told apart by these in the description.
  private static final List<String> NO_CONSENT =
      List.of("AADSTS65001", "AADSTS65004", "AADSTS90094");

  private TokenErrorRule() {}

  static ProviderFault fault(String code, @Nullable String description) {
    return switch (code) {
      case "invalid_grant", "interaction_required", "login_required" ->
          isConsentMissing(description)
              ? new ProviderFault.ConsentMissing(FaultReason.CONSENT_MISSING)
              : new ProviderFault.AuthLost(FaultReason.SIGN_IN_NEEDED);
      case "consent_required", "access_denied", "admin_policy_enforced" ->
          new ProviderFault.ConsentMissing(FaultReason.CONSENT_MISSING);
      // The operator can mend these, the member cannot.
      case "invalid_client",
          "unauthorized_client",
          "invalid_request",
          "invalid_scope",
          "unsupported_grant_type" ->
          new ProviderFault.Transient(FaultReason.CLIENT_REFUSED);
      case "temporarily_unavailable", "server_error" ->
          new ProviderFault.Transient(FaultReason.SERVER_FAILED);
      default -> new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED);
    };
  }

  private static boolean isConsentMissing(@Nullable String description) {
    return description != null && NO_CONSENT.stream().anyMatch(description::contains);
  }
}
