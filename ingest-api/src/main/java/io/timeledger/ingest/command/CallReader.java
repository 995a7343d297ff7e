package io.timeledger.ingest.command;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// Reads what every write may carry in its headers.
@Component
public final class CallReader {
  private final RequestInfoReader requestInfo;

  CallReader(ClientAddress clientAddress) {
    requestInfo = new RequestInfoReader(clientAddress);
  }

  public Call read(HttpServletRequest request, Caller caller) {
    return new Call(
        caller,
        request.getMethod(),
        request.getRequestURI(),
        Preconditions.idempotencyKey(request),
        Preconditions.ifVersion(request),
        Preconditions.precondition(request),
        requestInfo.of(request));
  }
}
