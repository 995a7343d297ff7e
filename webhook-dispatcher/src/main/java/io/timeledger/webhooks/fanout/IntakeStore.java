package io.timeledger.webhooks.fanout;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.fanout.IntakeBatch.Poison;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What intake reads and writes, as of one transaction.
public interface IntakeStore {

  /// Those that are not deleted.
  List<Webhook> webhooks(Set<WorkspaceId> workspaces);

  /// The last event of each workspace that was seen; absent for none.
  Map<WorkspaceId, Long> seen(Set<WorkspaceId> workspaces);

  void keepSeen(Map<WorkspaceId, Long> seen);

  /// Adds what is not there yet, and queues deliveries that are to be tried.
  void add(List<IntakeEvent> events, List<NewBody> bodies, List<NewDelivery> deliveries);

  /// Keeps events that a newer release wrote.
  void hold(List<IntakeEvent> unknown);

  /// Removes those of the held events that this release knows, in the order of their workspaces.
  List<IntakeEvent> takeKnown();

  void keepAside(List<Poison> poisons);

  /// Recomputes when each lane is due.
  void refresh(Collection<String> lanes);
}
