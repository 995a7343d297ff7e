package io.timeledger.ingest.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/// The ASCII form of a host for DNS: `bücher.example` is `xn--bcher-kva.example`. By UTS 46,
/// nontransitional: `straße.example` and `strasse.example` are two hosts, as in browsers. The JDK's
/// `IDN` merges them.
final class AsciiHost {
  private static final String PREFIX = "xn--";

  private AsciiHost() {}

  /// Lower case; empty when the host has no such form. An ASCII host is unchanged, unless a part
  /// begins with `xn--` but is not a valid encoding, which no name server knows.
  static Optional<String> of(String host) {
    if (!host.chars().allMatch(c -> c < 0x80)) {
      return encoded(host);
    }
    String ascii = host.toLowerCase(Locale.ROOT);
    List<String> parts = List.of(ascii.split("\\.", -1));
    if (parts.stream().noneMatch(part -> part.startsWith(PREFIX))) {
      return Optional.of(ascii);
    }
    return decoded(parts).flatMap(AsciiHost::encoded).filter(ascii::equals);
  }

  private static Optional<String> decoded(List<String> parts) {
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      Optional<String> name =
          part.startsWith(PREFIX)
              ? Punycode.decode(part.substring(PREFIX.length()))
              : Optional.of(part);
      if (name.isEmpty()) {
        return Optional.empty();
      }
      names.add(name.get());
    }
    return Optional.of(String.join(".", names));
  }

  private static Optional<String> encoded(String host) {
    try {
      return Optional.of(new HttpUrl.Builder().scheme("https").host(host).build().host());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
