package io.timeledger.schemas.reply;

import io.timeledger.schemas.resource.Resource;
import org.jspecify.annotations.Nullable;

/// The result of one change in a command.
///
/// @param resource as it is now; null when refused, and in the reply to a batch
/// @param changed in the reply to a batch, in place of the resource; about an invoice, and about a
///     block whose entry was split at midnight, beside it; null elsewhere
/// @param problem null unless refused
/// @param imported for a row of an import that was not refused; null elsewhere
public record ReplyItem(
    Status status,
    @Nullable Resource resource,
    @Nullable Changed changed,
    @Nullable Problem problem,
    @Nullable ImportedRow imported) {

  /// What happened to the resource.
  public enum Status {
    CREATED,
    UPDATED,
    DELETED,
    /// No-op: the resource is as it was.
    UNCHANGED,
    /// An entry with this external id exists; the resource is that entry.
    EXISTS,
    REFUSED
  }

  public static ReplyItem of(Status status, Resource resource) {
    return new ReplyItem(status, resource, null, null, null);
  }

  public static ReplyItem of(Status status, Changed changed) {
    return new ReplyItem(status, null, changed, null, null);
  }

  public static ReplyItem refused(Problem problem) {
    return new ReplyItem(Status.REFUSED, null, null, problem, null);
  }

  public static ReplyItem imported(Status status, Resource resource, ImportedRow row) {
    return new ReplyItem(status, resource, null, null, row);
  }
}
