package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.egress.CallOutcome;
import io.timeledger.egress.HttpExchange;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Normalizes addresses of files. `webcal` becomes https. Whether plain http is allowed is checked
/// when the name is resolved.
final class FileAddress {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private FileAddress() {}

  static URI of(URI address) throws ProviderException {
    return target(address)
        .orElseThrow(
            () -> new ProviderException(new ProviderFault.Permanent(FaultReason.ADDRESS_INVALID)));
  }

  /// The target of a redirect; empty for other responses.
  static Optional<URI> redirect(URI from, HttpExchange answer) throws ProviderException {
    Integer status = answer.statusCode();
    if (answer.outcome() != CallOutcome.ANSWERED || status == null || !REDIRECTS.contains(status)) {
      return Optional.empty();
    }
    Optional<URI> next =
        answer
            .header("location")
            .flatMap(FileAddress::parse)
            .map(from::resolve)
            .flatMap(FileAddress::target);
    if (next.isEmpty() || (isTls(from) && !isTls(next.get()))) {
      // A downgrade to http would send the secret address in clear.
      throw new ProviderException(new ProviderFault.Permanent(FaultReason.REDIRECT_INVALID));
    }
    return next;
  }

  private static boolean isTls(URI url) {
    return "https".equals(url.getScheme());
  }

  private static Optional<URI> target(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String called =
        switch (scheme) {
          case "https", "webcal", "webcals" -> "https";
          case "http" -> "http";
          default -> null;
        };
    if (called == null || address.getHost() == null || address.getRawUserInfo() != null) {
      return Optional.empty();
    }
    String rest = address.toString().substring(scheme.length());
    int fragment = rest.indexOf('#');
    return parse(called + (fragment < 0 ? rest : rest.substring(0, fragment)));
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text.strip()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
