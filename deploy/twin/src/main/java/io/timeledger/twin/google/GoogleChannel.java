package io.timeledger.twin.google;

import io.timeledger.twin.push.PushMessage;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.Vendor;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A push channel. Its messages have no body and are numbered from 1.
record GoogleChannel(
    String id,
    Mailbox mailbox,
    TwinCalendar calendar,
    URI address,
    Optional<String> token,
    String resourceId,
    String resourceUri,
    Instant expiresAt,
    AtomicLong sent) {

  /// @param state `sync`, `exists` or `not_exists`
  PushMessage message(String state) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Goog-Channel-ID", id);
    headers.put("X-Goog-Message-Number", Long.toString(sent.incrementAndGet()));
    headers.put("X-Goog-Resource-ID", resourceId);
    headers.put("X-Goog-Resource-State", state);
    headers.put("X-Goog-Resource-URI", resourceUri);
    headers.put(
        "X-Goog-Channel-Expiration",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(expiresAt.atOffset(ZoneOffset.UTC)));
    token.ifPresent(secret -> headers.put("X-Goog-Channel-Token", secret));
    return new PushMessage(Vendor.GOOGLE, mailbox.email(), id, address, headers, "");
  }
}
