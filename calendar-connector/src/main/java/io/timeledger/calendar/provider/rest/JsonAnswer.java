package io.timeledger.calendar.provider.rest;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A complete response of a JSON API.
///
/// @param body a missing node if the response has no JSON, which only errors may lack
/// @param retryAfter pause that the response asks for
public record JsonAnswer(int status, JsonNode body, Optional<Duration> retryAfter) {
  public boolean isSuccess() {
    return status / 100 == 2;
  }
}
