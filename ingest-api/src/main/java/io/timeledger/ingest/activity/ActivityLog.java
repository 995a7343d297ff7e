package io.timeledger.ingest.activity;

import io.timeledger.schemas.resource.ActivitySlot;
import java.util.List;

/// Publishes slots.
public interface ActivityLog {

  /// Returns once the log has stored all of them durably, each member's in the given order.
  ///
  /// @throws io.timeledger.ingest.web.ApiException `log_unavailable` when some may be missing; a
  ///     retry of all is safe, since publishing is idempotent
  void publish(List<ActivitySlot> slots);
}
