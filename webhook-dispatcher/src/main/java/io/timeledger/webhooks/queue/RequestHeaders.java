package io.timeledger.webhooks.queue;

import io.timeledger.runtime.Trace;
import io.timeledger.webhooks.attempt.Lease;
import io.timeledger.webhooks.signature.Signatures;
import io.timeledger.webhooks.signature.SigningSecret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The headers of one attempt, made in its trace.
///
/// @param sent in the order in which they are sent
/// @param logged the same, with the values of the owner's own headers masked
/// @param secretSeqs of the secrets that signed
record RequestHeaders(
    Map<String, String> sent, Map<String, String> logged, List<Integer> secretSeqs) {
  private static final String MASK = "***";

  /// @param origin how this platform is called towards receivers
  static RequestHeaders of(DueDelivery due, String origin, Instant now) {
    Lease lease = due.lease();
    List<SigningSecret> secrets = due.endpoint().signingAt(now);
    if (secrets.isEmpty()) {
      throw new IllegalStateException("no live secret of " + lease.webhookId());
    }
    long timestamp = now.getEpochSecond();
    Signatures signatures = Signatures.of(secrets, lease.eventId(), timestamp, due.body().array());
    Map<String, String> ours = new LinkedHashMap<>();
    ours.put("Content-Type", "application/json");
    ours.put("User-Agent", "Timeledger-Webhooks/1");
    ours.put("Accept-Encoding", "identity");
    ours.put("X-Workestra-Event", lease.eventType());
    ours.put("X-Workestra-Delivery", lease.deliveryId().value());
    ours.put("X-Workestra-Attempt", Integer.toString(lease.attemptNo()));
    ours.put("X-Workestra-Timestamp", Long.toString(timestamp));
    ours.put("X-Workestra-Signature", signatures.plain());
    ours.put("webhook-id", lease.eventId());
    ours.put("webhook-timestamp", Long.toString(timestamp));
    ours.put("webhook-signature", signatures.standard());
    ours.put("WebHook-Request-Origin", origin);
    ours.put(Trace.HEADER, Trace.current().traceparent());
    Map<String, String> logged = new LinkedHashMap<>(ours);
    Map<String, String> custom = due.endpoint().customHeaders();
    custom.keySet().forEach(name -> logged.put(name, MASK));
    ours.putAll(custom);
    return new RequestHeaders(ours, logged, secrets.stream().map(SigningSecret::seq).toList());
  }
}
