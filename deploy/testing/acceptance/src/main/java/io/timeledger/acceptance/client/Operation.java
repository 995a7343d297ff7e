package io.timeledger.acceptance.client;

import org.jspecify.annotations.Nullable;

/// One client operation with all its attempts, from the first request to the last answer. Times are
/// nanoseconds of one clock.
///
/// @param mark unique among all; also the idempotency key of every attempt
/// @param target the entry that is edited or deleted
/// @param status of the last answer; 0 without a final one
/// @param id of the entry in the answer
/// @param error its error code
public record Operation(
    String workspace,
    String member,
    OperationKind kind,
    String mark,
    @Nullable String target,
    long invoked,
    long answered,
    int status,
    @Nullable String id,
    @Nullable String error) {

  public boolean isAcknowledged() {
    return status == 200 || status == 201;
  }

  public boolean isRefused() {
    return status >= 400 && status < 500;
  }

  @Override
  public String toString() {
    return "%s %s of %s/%s: %d %s %s".formatted(kind, mark, workspace, member, status, id, error);
  }
}
