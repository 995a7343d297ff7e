package io.timeledger.ingest.web;

import java.util.List;

/// Headers of the API, in addition to those that browsers always allow.
final class ContractHeaders {
  /// Allowed in requests.
  static final List<String> REQUEST =
      List.of(
          "Authorization",
          "Content-Encoding",
          "Content-Type",
          "Idempotency-Key",
          "If-Match",
          "If-None-Match",
          "Last-Event-ID",
          "X-Consistency-Token",
          "traceparent",
          "tracestate");

  /// Exposed in responses.
  static final List<String> RESPONSE =
      List.of(
          "Accept-Encoding",
          "Allow",
          "Content-Disposition",
          "ETag",
          "Location",
          "Retry-After",
          "WWW-Authenticate",
          "X-API-Version",
          "X-Consistency-Token",
          "X-RateLimit-Limit",
          "X-RateLimit-Remaining",
          "X-RateLimit-Reset",
          "X-Request-Id",
          "X-Stale");

  private ContractHeaders() {}
}
