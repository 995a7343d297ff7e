package io.timeledger.ingest.web.error;

import jakarta.servlet.ServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// The id that finds a request in the log.
public final class RequestId {
  public static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = RequestId.class.getName();

  private RequestId() {}

  static String create() {
    byte[] bytes = new byte[10];
    ThreadLocalRandom.current().nextBytes(bytes);
    return "req_" + HexFormat.of().formatHex(bytes);
  }

  /// The id of the request; generated on first use.
  public static String of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String id) {
      return id;
    }
    String id = create();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
