package io.timeledger.ingest.rate;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.RateCommand.PutRate;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// The body of an override: replaces one if it has an id, else creates one.
record RateBody(
    @Nullable RateId id,
    @Nullable UserId userId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable BigDecimal hourlyRate,
    @Nullable BigDecimal costRate,
    @Nullable Currency currency,
    @Nullable LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo) {
  private static final int DIGITS = 9;
  private static final int PLACES = 4;

  PutRate toCommand(@Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    PutRate command =
        new PutRate(
            id,
            userId,
            projectId,
            taskId,
            form.decimal("hourly_rate", hourlyRate, DIGITS, PLACES),
            form.decimal("cost_rate", costRate, DIGITS, PLACES),
            currency,
            form.required(
                "effective_from", form.day("effective_from", effectiveFrom), LocalDate.EPOCH),
            form.day("effective_to", effectiveTo),
            ifVersion);
    form.ordered("effective_from", effectiveFrom, "effective_to", effectiveTo);
    form.check();
    return command;
  }
}
