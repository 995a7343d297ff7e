package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Operation;
import io.timeledger.acceptance.client.RequestAttempt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All data of a run, once the platform is quiescent.
///
/// @param attempts every request of these
/// @param outages when no write could be on two brokers
/// @param facts events of each workspace in log order
/// @param rows `reporting.time_entries` by id
/// @param sqlTotals seconds by `workspace/dimension/id/day` of `reporting.rollups`
/// @param topicTotals the same of `time.rollups.v1`
/// @param received deliveries per event to its workspace's subscriber, by event id
/// @param verified the API's verification of each workspace's audit chain: `true`, or the fault
record Evidence(
    List<Operation> ops,
    List<RequestAttempt> attempts,
    List<MajorityLoss> outages,
    List<ObservedEvent> facts,
    List<ObservedReply> replies,
    List<DeferredOutcome> promises,
    Map<String, ObservedEntry> rows,
    Map<String, Long> sqlTotals,
    Map<String, Long> topicTotals,
    Map<String, Integer> received,
    Map<String, String> verified,
    CalendarEvidence calendars) {

  Map<String, List<ObservedEvent>> factsByWorkspace() {
    return facts.stream()
        .collect(
            Collectors.groupingBy(
                ObservedEvent::workspace, LinkedHashMap::new, Collectors.toList()));
  }

  /// Every entry after its last event.
  Map<String, ObservedEntry> fold() {
    Map<String, ObservedEntry> entries = new LinkedHashMap<>();
    for (ObservedEvent event : facts) {
      if (event.entry() != null) {
        entries.put(event.entry().id(), event.entry());
      }
    }
    return entries;
  }
}
