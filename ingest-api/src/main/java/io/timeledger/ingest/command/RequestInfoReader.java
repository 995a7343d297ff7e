package io.timeledger.ingest.command;

import io.timeledger.ingest.web.ClientAddress;
import io.timeledger.ingest.web.json.Text;
import io.timeledger.schemas.restricted.RequestInfo;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Reads the origin of a request, for the audit.
record RequestInfoReader(ClientAddress clientAddress) {
  private static final int MAX_AGENT_LENGTH = 512;

  RequestInfo of(HttpServletRequest request) {
    return new RequestInfo(clientAddress.of(request), agent(request.getHeader("User-Agent")));
  }

  private static @Nullable String agent(@Nullable String header) {
    if (header == null || header.isBlank() || !Text.isClean(header)) {
      return null;
    }
    return header.length() > MAX_AGENT_LENGTH ? header.substring(0, MAX_AGENT_LENGTH) : header;
  }
}
