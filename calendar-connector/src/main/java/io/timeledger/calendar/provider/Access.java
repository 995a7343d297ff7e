package io.timeledger.calendar.provider;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Credentials for reading calendars.
public sealed interface Access {

  /// The address of an ICS file. It is a secret: anyone who has it can read the calendar.
  record IcsAddress(URI url) implements Access {

    /// Does not contain the address.
    @Override
    public String toString() {
      return "IcsAddress";
    }
  }

  /// An access token of an OAuth 2 grant.
  ///
  /// @param subject the provider's id of the account, which never changes
  /// @param address e-mail address of the account; null if the provider does not tell
  /// @param token a secret; it expires
  record OAuthToken(String subject, @Nullable String address, String token) implements Access {

    /// Contains neither the account nor the token.
    @Override
    public String toString() {
      return "OAuthToken";
    }
  }
}
