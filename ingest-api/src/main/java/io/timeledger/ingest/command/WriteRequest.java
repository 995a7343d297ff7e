package io.timeledger.ingest.command;

import static io.timeledger.schemas.reply.ErrorCode.FORBIDDEN;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.Precondition;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.restricted.RequestInfo;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A write request.
///
/// @param idempotencyKey identifies the request, so that a retry gets the first response
/// @param ifVersion the version that the caller saw, by `If-Match`; null means any
/// @param precondition other conditions of `If-Match` and `If-None-Match`; null means none
public record WriteRequest(
    Caller caller,
    String method,
    String path,
    @Nullable String idempotencyKey,
    @Nullable Integer ifVersion,
    @Nullable Precondition precondition,
    RequestInfo request) {
  private static final Set<Permission> WRITE =
      EnumSet.of(Permission.WRITE, Permission.WRITE_ALL, Permission.ADMIN);

  /// The same request, of which every repetition is another.
  public WriteRequest withoutKey() {
    return new WriteRequest(caller, method, path, null, ifVersion, precondition, request);
  }

  /// Refuses what no state could permit. The ledger decides everything else, and audits it.
  public void requireWrite() {
    if (!caller.mayAny(WRITE)) {
      throw ApiException.of(FORBIDDEN, "Missing permission: time:write.");
    }
  }
}
