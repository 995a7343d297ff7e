package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.egress.HttpCall;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.HttpExchange;
import io.timeledger.egress.RetryAfter;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Fetches files. Follows a few redirects and checks each target like the first address. One
/// deadline covers all requests.
final class IcsFetcher {
  /// Covers a fetch with all its redirects.
  static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final int MOST_REDIRECTS = 3;

  private final HttpCaller caller;
  private final InstantSource clock;

  IcsFetcher(HttpCaller caller, InstantSource clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// @param known validators of the last response
  FetchedFile fetch(URI address, Validators known) throws ProviderException {
    long startedAt = clock.millis();
    URI url = FileAddress.of(address);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpExchange answer = caller.exchange(call(url, known, startedAt));
      Optional<URI> elsewhere = FileAddress.redirect(url, answer);
      if (elsewhere.isEmpty()) {
        return read(answer, known);
      }
      url = elsewhere.get();
    }
    throw new ProviderException(new ProviderFault.Permanent(FaultReason.TOO_MANY_REDIRECTS));
  }

  private HttpCall call(URI url, Validators known, long startedAt) throws ProviderException {
    Duration left = DEADLINE.minusMillis(Math.max(0, clock.millis() - startedAt));
    if (!left.isPositive()) {
      throw new ProviderException(new ProviderFault.Transient(FaultReason.TIMED_OUT));
    }
    Map<String, String> headers = new LinkedHashMap<>(known.headers());
    headers.put("Accept", "text/calendar, */*;q=0.1");
    headers.put("Accept-Encoding", "gzip");
    headers.put("User-Agent", "Timeledger-Calendar/1");
    return HttpCall.get(url, headers, left, IcsBody.LIMIT);
  }

  private FetchedFile read(HttpExchange answer, Validators known) throws ProviderException {
    ProviderFault fault = AnswerRule.fault(answer, retryAfter(answer));
    if (fault != null) {
      throw new ProviderException(fault);
    }
    if (AnswerRule.isUnchanged(answer)) {
      return new FetchedFile.Same(known);
    }
    if (answer.body().truncated()) {
      throw new ProviderException(new ProviderFault.Permanent(FaultReason.TOO_LARGE));
    }
    Validators validators =
        new Validators(
            answer.header("etag").orElse(null),
            answer.header("last-modified").orElse(null),
            answer.body().sha256());
    if (answer.body().sha256().equals(known.sha256())) {
      return new FetchedFile.Same(validators);
    }
    String text =
        IcsBody.decode(
            answer.body().bytes().array(),
            answer.header("content-type"),
            answer.header("content-encoding"));
    return new FetchedFile.Changed(text, validators);
  }

  private Optional<Duration> retryAfter(HttpExchange answer) {
    return answer.header("retry-after").flatMap(text -> RetryAfter.parse(text, clock.instant()));
  }
}
