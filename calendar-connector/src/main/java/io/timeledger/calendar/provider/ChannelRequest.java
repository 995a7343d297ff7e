package io.timeledger.calendar.provider;

import java.net.URI;

/// A push channel to open.
///
/// @param id of the channel; random
/// @param notifications where the provider reports changes
/// @param lifecycle where it reports what happens to the channel itself
/// @param secret that each report contains; at most 128 characters
public record ChannelRequest(String id, URI notifications, URI lifecycle, String secret) {

  /// Does not contain the secret.
  @Override
  public String toString() {
    return "ChannelRequest[id=" + id + "]";
  }
}
