package io.timeledger.ingest.approval;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.ApprovalCommand.PutApprovalRoute;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.RouteScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of an approval route: the whole record.
record RouteBody(
    @Nullable String name,
    @Nullable RouteScope scope,
    @Nullable String scopeId,
    @Nullable List<@Nullable LevelBody> levels) {
  private static final int LEVELS = 10;

  /// One level of the body.
  record LevelBody(@Nullable UserId approverUserId, @Nullable UserId fallbackUserId) {}

  PutApprovalRoute toCommand(RouteId id, @Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    form.id("scope_id", scopeId);
    PutApprovalRoute command =
        new PutApprovalRoute(
            id,
            form.requiredText("name", name, FieldValidator.NAME),
            form.required("scope", scope, RouteScope.WORKSPACE),
            scopeId,
            levels(form),
            ifVersion);
    form.check();
    return command;
  }

  private List<ApprovalLevel> levels(FieldValidator form) {
    List<ApprovalLevel> checked = new ArrayList<>();
    if (levels == null || levels.isEmpty() || levels.size() > LEVELS) {
      form.fail("levels", "out_of_range", "Expected 1 to %d levels.".formatted(LEVELS));
      return checked;
    }
    for (int i = 0; i < levels.size(); i++) {
      LevelBody level = levels.get(i);
      UserId approver = level == null ? null : level.approverUserId();
      if (level == null || approver == null) {
        form.fail("levels[%d].approver_user_id".formatted(i), "required", "The field is needed.");
      } else {
        checked.add(new ApprovalLevel(approver, level.fallbackUserId()));
      }
    }
    return checked;
  }
}
