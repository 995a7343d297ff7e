package io.timeledger.ingest.command;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;

/// Reads the headers that every write may carry.
public final class WriteRequestReader {
  private final RequestInfoReader requestInfo;

  WriteRequestReader(ClientAddress clientAddress) {
    requestInfo = new RequestInfoReader(clientAddress);
  }

  public WriteRequest read(HttpServletRequest request, Caller caller) {
    return new WriteRequest(
        caller,
        request.getMethod(),
        request.getRequestURI(),
        Preconditions.idempotencyKey(request),
        Preconditions.ifVersion(request),
        Preconditions.precondition(request),
        requestInfo.of(request));
  }
}
