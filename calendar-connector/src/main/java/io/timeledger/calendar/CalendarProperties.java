package io.timeledger.calendar;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How calendars are read.
///
/// @param allowedNetworks that ICS addresses may lead to although they are not public, and without
///     TLS, as `127.0.0.0/8`; empty in production
/// @param slots rounds that this instance makes at once
/// @param poll how often an ICS file is read that does not say how often it wants to be
/// @param lease how long an account is an instance's alone, from the last page that it wrote
/// @param publishBlocks whether the public topic says when members are busy
@ConfigurationProperties("timeledger.calendar")
public record CalendarProperties(
    @DefaultValue List<String> allowedNetworks,
    @DefaultValue("64") int slots,
    @DefaultValue("30m") Duration poll,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("true") boolean publishBlocks) {

  /// From before a name is looked up to the end of the answer, over all redirects.
  static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  public CalendarProperties {
    // A round writes after each call: the lease must outlast one.
    if (lease.compareTo(LONGEST_CALL) <= 0) {
      throw new IllegalArgumentException(
          "timeledger.calendar.lease: %s (expected: longer than a call, %s)"
              .formatted(lease, LONGEST_CALL));
    }
  }
}
