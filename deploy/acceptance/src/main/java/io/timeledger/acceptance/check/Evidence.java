package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Attempt;
import io.timeledger.acceptance.client.Op;
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
    List<Op> ops,
    List<Attempt> attempts,
    List<MajorityLoss> outages,
    List<Fact> facts,
    List<Answered> replies,
    List<Kept> promises,
    Map<String, Entry> rows,
    Map<String, Long> sqlTotals,
    Map<String, Long> topicTotals,
    Map<String, Integer> received,
    Map<String, String> verified) {

  Map<String, List<Fact>> factsByWorkspace() {
    return facts.stream()
        .collect(Collectors.groupingBy(Fact::workspace, LinkedHashMap::new, Collectors.toList()));
  }

  /// Every entry as the last event left it.
  Map<String, Entry> fold() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Fact fact : facts) {
      if (fact.entry() != null) {
        entries.put(fact.entry().id(), fact.entry());
      }
    }
    return entries;
  }
}
