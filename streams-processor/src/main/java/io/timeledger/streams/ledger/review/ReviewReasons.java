package io.timeledger.streams.ledger.review;

import io.timeledger.schemas.resource.TimeEntry;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reasons to review an entry: separated by commas, each of them once.
///
/// Reasons about the entry's current state are removed once they no longer hold: reasons of
/// this class by `ReviewRefresh`, of rules when the rules are evaluated again. Reasons about past
/// events stay until a user sets `needs_review` to false: a runaway timer, a member who left, a
/// requested review.
public final class ReviewReasons {
  public static final String OVERLAP = "overlap";
  public static final String TOO_LONG = "longer_than_24_hours";
  public static final String FIELDS_MISSING = "required_fields_missing";
  public static final String PROJECT_ARCHIVED = "project_archived";

  /// Stopped while the day's timesheet was locked; removed when that timesheet is reopened.
  public static final String TIMESHEET_LOCKED = "timesheet_locked";

  /// A user set `needs_review` without a reason.
  public static final String REQUESTED = "requested";

  private ReviewReasons() {}

  /// The entry flagged for review.
  public static TimeEntry flag(TimeEntry entry, String reason) {
    String reasons = entry.reviewReason();
    if (reasons == null) {
      return entry.with(b -> b.needsReview(true).reviewReason(reason));
    }
    String all = has(entry, reason) ? reasons : reasons + "," + reason;
    return entry.with(b -> b.needsReview(true).reviewReason(all));
  }

  public static boolean has(TimeEntry entry, String reason) {
    String reasons = entry.reviewReason();
    return reasons != null && Arrays.asList(reasons.split(",")).contains(reason);
  }

  /// The entry without the reason, and no longer flagged if that was the last.
  public static TimeEntry clear(TimeEntry entry, String reason) {
    return clear(entry, reason::equals);
  }

  /// The entry without the reasons of rules.
  public static TimeEntry clearRules(TimeEntry entry) {
    return clear(
        entry, reason -> reason.startsWith("rule:") || reason.startsWith("rejected_by_rule:"));
  }

  private static TimeEntry clear(TimeEntry entry, Predicate<String> cleared) {
    @Nullable String reasons = entry.reviewReason();
    if (reasons == null || Arrays.stream(reasons.split(",")).noneMatch(cleared)) {
      return entry;
    }
    String left =
        Arrays.stream(reasons.split(","))
            .filter(Predicate.not(cleared))
            .collect(Collectors.joining(","));
    return entry.with(
        b -> b.needsReview(!left.isEmpty()).reviewReason(left.isEmpty() ? null : left));
  }
}
