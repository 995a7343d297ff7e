package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.resource.TimeEntry;
import java.util.Arrays;

/// Why somebody should look at an entry: reasons add up, separated by commas, each of them once.
public final class Review {
  private Review() {}

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
}
