package io.timeledger.streams.ledger.review;

import io.timeledger.schemas.resource.TimeEntry;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why somebody should look at an entry: reasons add up, separated by commas, each of them once.
///
/// A reason that says how an entry is goes by itself once the entry is no longer so: those of this
/// class (`ReviewRefresh` does it), and those of rules when the rules look at it again. A reason
/// that says what happened stays until somebody sets `needs_review` to false: a timer that ran
/// away, a member who left, a person who asked for it.
public final class ReviewReasons {
  public static final String OVERLAP = "overlap";
  public static final String TOO_LONG = "longer_than_24_hours";
  public static final String FIELDS_MISSING = "required_fields_missing";
  public static final String PROJECT_ARCHIVED = "project_archived";

  /// Stopped while the timesheet of the day was locked; ends when that timesheet is reopened.
  public static final String TIMESHEET_LOCKED = "timesheet_locked";

  /// A person set `needs_review` and gave no reason.
  public static final String REQUESTED = "requested";

  private ReviewReasons() {}

  /// The entry marked for review.
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

  /// The entry without the reason, and not marked any more when that was the last.
  public static TimeEntry clear(TimeEntry entry, String reason) {
    return clear(entry, reason::equals);
  }

  /// The entry without what rules said of it.
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
