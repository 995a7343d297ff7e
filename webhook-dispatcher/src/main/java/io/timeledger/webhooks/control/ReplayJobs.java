package io.timeledger.webhooks.control;

import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/// The replays that are running.
public interface ReplayJobs {

  List<ReplayId> running();

  /// Takes one step of a replay, in a transaction of its own.
  ///
  /// @return what the step returns; false when the replay is over or another instance has it
  boolean goOn(ReplayId id, BiPredicate<ReplayJob, Progress> step);

  /// What a step reads and writes.
  interface Progress {

    /// The next deliveries that the replay is for, the oldest first.
    ///
    /// @param states that they may be in
    List<PastDelivery> next(ReplayJob job, Set<DeliveryState> states, int most);

    /// Makes deliveries, where they are not there yet.
    ///
    /// @return how many were new
    int make(List<NewDelivery> deliveries);

    /// Moves the cursor on.
    void advance(ReplayJob job, PastDelivery last, int made, int skipped);

    void end(ReplayId id, ReplayState state);

    /// The endpoint has something new to be claimed.
    void refreshLane(ReplayJob job);
  }
}
