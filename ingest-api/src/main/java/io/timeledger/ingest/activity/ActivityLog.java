package io.timeledger.ingest.activity;

import io.timeledger.schemas.resource.ActivitySlot;
import java.util.List;

/// Where slots go.
public interface ActivityLog {

  /// Returns once the log has all of them for good, those of one member in the given order.
  ///
  /// @throws io.timeledger.ingest.web.error.ApiException `log_unavailable` when some may be
  ///     missing; all can be sent again, since repetitions change nothing
  void publish(List<ActivitySlot> slots);
}
