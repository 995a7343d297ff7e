package io.timeledger.twin.push;

import io.timeledger.twin.state.Vendor;
import java.net.URI;
import java.util.Map;

/// A notification on its way.
///
/// @param channel id of the channel or subscription
public record PushMessage(
    Vendor vendor,
    String account,
    String channel,
    URI address,
    Map<String, String> headers,
    String body) {
  public PushMessage {
    headers = Map.copyOf(headers);
  }
}
