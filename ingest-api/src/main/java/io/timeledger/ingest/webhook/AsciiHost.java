package io.timeledger.ingest.webhook;

import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/// The form of a host that name servers know: `bücher.example` is `xn--bcher-kva.example`. By
/// UTS 46, nontransitional: `straße.example` and `strasse.example` are two hosts, as for browsers.
/// The JDK's `IDN` makes one of them.
final class AsciiHost {
  private AsciiHost() {}

  /// Lower case; empty when the host has no such form. An ASCII host is taken as it is.
  static Optional<String> of(String host) {
    if (host.chars().allMatch(c -> c < 0x80)) {
      return Optional.of(host.toLowerCase(Locale.ROOT));
    }
    try {
      return Optional.of(new HttpUrl.Builder().scheme("https").host(host).build().host());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
