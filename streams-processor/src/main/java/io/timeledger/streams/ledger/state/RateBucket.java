package io.timeledger.streams.ledger.state;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Rate;
import org.jspecify.annotations.Nullable;

/// The scope of a rate override: a task, or a user and a project of which either may be open.
public record RateBucket(
    @Nullable TaskId task, @Nullable UserId user, @Nullable ProjectId project) {

  public static RateBucket ofTask(TaskId task) {
    return new RateBucket(task, null, null);
  }

  public static RateBucket of(@Nullable UserId user, @Nullable ProjectId project) {
    return new RateBucket(null, user, project);
  }

  static String keyOf(Rate rate) {
    return new RateBucket(rate.taskId(), rate.userId(), rate.projectId()).keyPrefix()
        + rate.effectiveFrom()
        + "/"
        + rate.id().value();
  }

  /// `=` cannot occur in an id, so open and named sides never collide.
  String keyPrefix() {
    return (task == null ? "=" : task.value())
        + "/"
        + (user == null ? "=" : user.value())
        + "/"
        + (project == null ? "=" : project.value())
        + "/";
  }
}
