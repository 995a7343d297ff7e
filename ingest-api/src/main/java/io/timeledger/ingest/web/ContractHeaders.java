package io.timeledger.ingest.web;

import java.util.List;

/// The headers of the interface, beside those that every browser lets a page send and read.
final class ContractHeaders {
  /// What a client may send.
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

  /// What a client may read.
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
