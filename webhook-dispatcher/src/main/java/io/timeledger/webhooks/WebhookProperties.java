package io.timeledger.webhooks;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How webhooks are delivered.
///
/// @param allowedNetworks that may be called although they are not public, and without TLS, as
///     `127.0.0.0/8`; empty in production
/// @param timeout of a whole call, from before the name is looked up
/// @param delayScale of the gaps between attempts; 1 but for tests
/// @param slots calls that this instance makes at once
/// @param slotsPerHost calls to one host at once
/// @param sweepEvery how often abandoned attempts are looked for
/// @param disableAfter how long an endpoint may only fail before it is disabled
/// @param disableFailures attempts that must have failed in that time
/// @param contentDays how long bodies and attempts are kept
/// @param logDays how long deliveries are kept
/// @param replayRate deliveries per second of a replay that names none
/// @param origin value of the header `WebHook-Request-Origin`
@ConfigurationProperties("timeledger.webhooks")
public record WebhookProperties(
    @DefaultValue List<String> allowedNetworks,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("1.0") double delayScale,
    @DefaultValue("512") int slots,
    @DefaultValue("32") int slotsPerHost,
    @DefaultValue("5s") Duration sweepEvery,
    @DefaultValue("5d") Duration disableAfter,
    @DefaultValue("20") int disableFailures,
    @DefaultValue("30") int contentDays,
    @DefaultValue("90") int logDays,
    @DefaultValue("50") int replayRate,
    @DefaultValue("timeledger") String origin) {

  /// How long an attempt is its instance's alone: no call lasts as long.
  Duration lease() {
    return timeout.multipliedBy(3);
  }
}
