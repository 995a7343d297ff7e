package io.timeledger.ingest.calendar.signin;

import java.util.regex.Pattern;

/// The words for an error that a provider redirects back with (RFC 6749, 4.1.2.1). Its own
/// description is not repeated, since anyone can make such a link.
///
/// @param code as the provider names it, or `unknown`
record ProviderRefusal(String code, String words) {
  private static final Pattern CODE = Pattern.compile("[a-z_]{1,64}");

  static ProviderRefusal of(String error) {
    String code = CODE.matcher(error).matches() ? error : "unknown";
    return new ProviderRefusal(code, words(code));
  }

  private static String words(String code) {
    return switch (code) {
      case "access_denied" -> "The sign-in was cancelled, or access was denied.";
      case "consent_required", "interaction_required", "admin_policy_enforced" ->
          "An administrator of the account must allow the access first.";
      case "login_required", "account_selection_required" -> "The provider asks to sign in again.";
      case "temporarily_unavailable", "server_error" ->
          "The provider is not available at the moment. Try again later.";
      case "unauthorized_client", "invalid_request", "invalid_scope", "unsupported_response_type" ->
          "The provider does not accept the operator's client. Tell the operator.";
      default -> "The provider did not complete the sign-in.";
    };
  }
}
