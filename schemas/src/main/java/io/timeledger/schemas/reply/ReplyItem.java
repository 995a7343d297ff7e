package io.timeledger.schemas.reply;

import io.timeledger.schemas.resource.Resource;
import org.jspecify.annotations.Nullable;

/// What became of one thing that a command asked for.
///
/// @param resource as it is now; null when refused
/// @param problem null unless refused
public record ReplyItem(Status status, @Nullable Resource resource, @Nullable Problem problem) {

  /// What happened to the resource.
  public enum Status {
    CREATED,
    UPDATED,
    DELETED,
    /// Nothing was to be done; the resource is as it was.
    UNCHANGED,
    /// It was there already, by its external id; the resource is the first one.
    EXISTS,
    REFUSED
  }

  public static ReplyItem of(Status status, Resource resource) {
    return new ReplyItem(status, resource, null);
  }

  public static ReplyItem refused(Problem problem) {
    return new ReplyItem(Status.REFUSED, null, problem);
  }
}
