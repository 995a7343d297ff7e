package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rates that an entry would get, and why. Only a reply, never part of an event.
///
/// @param projectId null for none; the task's, unless another was given
/// @param rateId the override that gives the bill rate; null for the workspace's default
/// @param bucket of that override, or `default`
/// @param costRate null when none applies
/// @param candidates for the bill rate, in order of evaluation
@RecordBuilder
public record RatePreview(
    WorkspaceId workspaceId,
    UserId userId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    LocalDate logDate,
    BigDecimal hourlyRate,
    Currency currency,
    @Nullable RateId rateId,
    String bucket,
    @Nullable BigDecimal costRate,
    @Nullable RateId costRateId,
    @Nullable String costBucket,
    List<RateCandidate> candidates,
    List<RateCandidate> costCandidates)
    implements Resource {

  public RatePreview {
    candidates = List.copyOf(candidates);
    costCandidates = List.copyOf(costCandidates);
  }

  @Override
  public String subject() {
    return userId.value();
  }

  @Override
  public int version() {
    return 0;
  }
}
