package io.timeledger.ingest.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 0 means no limit throughout.
///
/// @param readsPerMinute of one token
/// @param writesPerMinute of one token; an import is one write, a batch one per 100 items
/// @param refusalsPerMinute of one client address: requests answered 401
/// @param pushesPerMinute of one calendar, by its provider
@ConfigurationProperties("timeledger.rate-limit")
record RateLimitProperties(
    @DefaultValue("500") int readsPerMinute,
    @DefaultValue("250") int writesPerMinute,
    @DefaultValue("300") int refusalsPerMinute,
    @DefaultValue("600") int pushesPerMinute) {

  RateLimitProperties {
    if (readsPerMinute < 0 || writesPerMinute < 0 || refusalsPerMinute < 0 || pushesPerMinute < 0) {
      throw new IllegalArgumentException(
          "timeledger.rate-limit: %d reads, %d writes, %d refusals, %d pushes (expected: 0 or more)"
              .formatted(readsPerMinute, writesPerMinute, refusalsPerMinute, pushesPerMinute));
    }
  }
}
