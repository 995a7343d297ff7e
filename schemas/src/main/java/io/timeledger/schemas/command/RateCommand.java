package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// Rate overrides.
public sealed interface RateCommand extends Command {

  /// Creates a rate without an id, replaces it with one.
  ///
  /// @param currency null means the workspace's
  @JsonTypeName("put_rate")
  record PutRate(
      @Nullable RateId id,
      @Nullable UserId userId,
      @Nullable ProjectId projectId,
      @Nullable TaskId taskId,
      @Nullable BigDecimal hourlyRate,
      @Nullable BigDecimal costRate,
      @Nullable Currency currency,
      LocalDate effectiveFrom,
      @Nullable LocalDate effectiveTo,
      @Nullable Integer ifVersion)
      implements RateCommand {}

  /// Returns the rates that an entry would get; changes nothing.
  ///
  /// @param userId null means the caller
  @JsonTypeName("preview_rate")
  record PreviewRate(
      @Nullable UserId userId,
      @Nullable ProjectId projectId,
      @Nullable TaskId taskId,
      LocalDate logDate)
      implements RateCommand {}

  @JsonTypeName("delete_rate")
  record DeleteRate(RateId id, @Nullable Integer ifVersion) implements RateCommand {}
}
