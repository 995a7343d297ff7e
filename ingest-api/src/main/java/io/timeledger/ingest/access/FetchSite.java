package io.timeledger.ingest.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/// The `Sec-Fetch-Site` header, in which a browser says where a request comes from. Pages cannot
/// set it. `SameSite` cookies do not replace it: a page on another port of the host is of the same
/// site.
public final class FetchSite {
  static final String HEADER = "Sec-Fetch-Site";

  private FetchSite() {}

  /// Whether the request comes from a page of this very origin. Without the header, it does not.
  public static boolean isSameOrigin(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HEADER)).equals(List.of("same-origin"));
  }
}
