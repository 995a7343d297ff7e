package io.timeledger.runtime.network;

import java.util.Set;
import java.util.regex.Pattern;

/// Which host names are public, judged by their text alone: nothing is resolved. Hosts are in lower
/// case and ASCII, without a final dot.
public final class PublicNames {
  /// A public name has a top-level domain, and no top-level domain is a number.
  private static final Pattern QUALIFIED =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})");

  private static final Set<String> INTERNAL_DOMAINS =
      Set.of(
          "local",
          "localhost",
          "localdomain",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "arpa",
          "onion",
          "test",
          "invalid");

  private PublicNames() {}

  public static boolean isPublic(String host) {
    return isQualified(host) && !isInternal(host);
  }

  /// Whether it is a name with a top-level domain, public or not. An address is none.
  public static boolean isQualified(String host) {
    return QUALIFIED.matcher(host).matches();
  }

  /// Whether its top-level domain is one that is not on the internet.
  public static boolean isInternal(String host) {
    return INTERNAL_DOMAINS.contains(host.substring(host.lastIndexOf('.') + 1));
  }
}
