package io.timeledger.webhooks.control;

import io.timeledger.runtime.Trace;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.control.ReplayJobs.Progress;
import io.timeledger.webhooks.fanout.DeliveryIds;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.util.List;
import java.util.Set;

/// Goes on with replays, a little each time it is called: as much as the rate of each allows
/// since the last time. Progress is written with what it made, so a restart repeats nothing and
/// forgets nothing.
public final class Replays {
  private static final Set<DeliveryState> UNDELIVERED =
      Set.of(DeliveryState.HELD, DeliveryState.FAILED_PERMANENT, DeliveryState.EXHAUSTED);
  private static final int MOST_AT_ONCE = 200;

  private final ReplayJobs jobs;

  public Replays(ReplayJobs jobs) {
    this.jobs = jobs;
  }

  /// @return whether there is something new to be delivered
  public boolean goOn() {
    boolean any = false;
    for (ReplayId id : jobs.running()) {
      any |= jobs.goOn(id, Replays::goOn);
    }
    return any;
  }

  private static boolean goOn(ReplayJob job, Progress progress) {
    if (job.gone()) {
      progress.end(job.id(), ReplayState.CANCELLED);
      return false;
    }
    int most = Math.min(MOST_AT_ONCE, job.allowed());
    return most > 0 && goOn(job, progress, most);
  }

  private static boolean goOn(ReplayJob job, Progress progress, int most) {
    Set<DeliveryState> states =
        job.filter().states().isEmpty() ? UNDELIVERED : job.filter().states();
    List<PastDelivery> found = progress.next(job, states, most);
    int made =
        progress.make(
            found.stream().filter(PastDelivery::hasBody).map(past -> again(job, past)).toList());
    if (!found.isEmpty()) {
      progress.advance(job, found.getLast(), made, found.size() - made);
    }
    if (found.size() < most) {
      progress.end(job.id(), ReplayState.DONE);
    }
    if (made > 0) {
      progress.refreshLane(job);
    }
    return made > 0;
  }

  private static NewDelivery again(ReplayJob job, PastDelivery past) {
    return new NewDelivery(
        DeliveryIds.of(job.createdAt(), job.id() + "/" + past.id()),
        past.day(),
        past.workspaceId(),
        job.webhookId(),
        job.webhookId().value(),
        past.eventId(),
        past.eventType(),
        past.occurredAt(),
        past.variant(),
        DeliveryTrigger.REPLAY,
        past.nextReplayNo(),
        job.id().value(),
        null,
        Trace.begin().traceparent(),
        false);
  }
}
