package io.timeledger.calendar;

import io.timeledger.calendar.round.ContactHashes;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.secret.ContactHasher;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings for reading calendars.
///
/// @param allowedNetworks non-public networks that ICS addresses may resolve to, also without TLS,
///     such as `127.0.0.0/8`; empty in production
/// @param slots lanes that this instance works on at once
/// @param poll interval between rounds of a calendar whose provider reports no changes
/// @param pollWithPush interval between rounds of a calendar whose provider does
/// @param pollFiles interval between rounds of an ICS file that suggests none
/// @param lease how long a lease on a lane lasts; each write of a round prolongs it
/// @param hostPause between two requests of this instance to the same server of ICS files
/// @param publishBlocks whether blocks are published to the public topic
/// @param grantsOnLog whether sealed grants are also kept on their private topic, which a lost
///     database is restored from; without it, the database must be backed up
/// @param addressKey base64 of 32 random bytes, by which addresses of attendees are hashed; the
///     API must have the same. Null for no hashes
/// @param google the operator's client at Google
/// @param microsoft the operator's client at Microsoft
@ConfigurationProperties("timeledger.calendar")
public record CalendarProperties(
    @DefaultValue List<String> allowedNetworks,
    @DefaultValue("64") int slots,
    @DefaultValue("15m") Duration poll,
    @DefaultValue("6h") Duration pollWithPush,
    @DefaultValue("30m") Duration pollFiles,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("1s") Duration hostPause,
    @DefaultValue("true") boolean publishBlocks,
    @DefaultValue("true") boolean grantsOnLog,
    @Nullable String addressKey,
    @DefaultValue OAuthSettings google,
    @DefaultValue OAuthSettings microsoft) {

  /// Covers one call from the DNS lookup to the end of the body, including all redirects.
  static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  public CalendarProperties {
    google = google.orGoogle();
    microsoft = microsoft.orMicrosoft();
    // A round prolongs the lease after each call, so the lease must outlast one call.
    if (lease.compareTo(LONGEST_CALL) <= 0) {
      throw new IllegalArgumentException(
          "timeledger.calendar.lease: %s (expected: longer than a call, %s)"
              .formatted(lease, LONGEST_CALL));
    }
  }

  ContactHashes contactHashes() {
    return new ContactHashes(ContactHasher.ifConfigured(addressKey));
  }

  /// Does not contain the key.
  @Override
  public String toString() {
    return "CalendarProperties[google=%s, microsoft=%s]".formatted(google, microsoft);
  }

  /// The operator's client at the provider; for files, one that is not configured.
  OAuthSettings of(Provider provider) {
    return switch (provider) {
      case GOOGLE -> google;
      case MICROSOFT -> microsoft;
      case ICS -> OAuthSettings.NONE;
    };
  }
}
