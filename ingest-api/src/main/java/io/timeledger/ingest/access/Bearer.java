package io.timeledger.ingest.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The token of an `Authorization: Bearer` header. Two such headers count as none.
public final class Bearer {
  private static final String SCHEME = "bearer ";

  private Bearer() {}

  public static Optional<String> of(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    if (headers.size() != 1) {
      return Optional.empty();
    }
    String header = headers.getFirst();
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }
}
