package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Operation;
import io.timeledger.acceptance.client.RequestAttempt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All that is known of a run, once everything has come to rest.
///
/// @param attempts every request of these
/// @param outages when no write could be on two brokers
/// @param facts of each workspace in the order of the log
/// @param rows `reporting.time_entries` by id
/// @param sqlTotals seconds by `workspace/dimension/id/day` of `reporting.rollups`
/// @param topicTotals the same of `time.rollups.v1`
/// @param received how often each event came to the subscriber of its workspace, by its id
/// @param verified what the API says of each workspace's audit chain: `true`, or what is wrong
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
    Map<String, String> verified) {

  Map<String, List<ObservedEvent>> factsByWorkspace() {
    return facts.stream()
        .collect(
            Collectors.groupingBy(
                ObservedEvent::workspace, LinkedHashMap::new, Collectors.toList()));
  }

  /// Every entry as the last event left it.
  Map<String, ObservedEntry> fold() {
    Map<String, ObservedEntry> entries = new LinkedHashMap<>();
    for (ObservedEvent fact : facts) {
      if (fact.entry() != null) {
        entries.put(fact.entry().id(), fact.entry());
      }
    }
    return entries;
  }
}
