package io.timeledger.calendar.connect;

import io.timeledger.calendar.fold.TextHash;
import io.timeledger.schemas.resource.Provider;
import org.jspecify.annotations.Nullable;

/// An account of a provider.
///
/// @param subject the provider's id of it, which never changes
/// @param label its e-mail address; null if the provider does not tell
public record Account(Provider provider, String subject, @Nullable String label) {
  private static final int DIGITS = 32;

  /// A hash of the account, by which connections to it share a lane.
  public String id() {
    return "acc_" + TextHash.of(provider.name() + "\n" + subject).substring(0, DIGITS);
  }

  /// Contains neither subject nor address.
  @Override
  public String toString() {
    return "Account[" + id() + "]";
  }
}
