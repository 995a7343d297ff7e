package io.timeledger.twin.google;

import io.timeledger.twin.state.Occurrence;

/// Ids of events: an instance has its series' id and its original start.
record InstanceId(String meeting, String originalStart) {

  static InstanceId parse(String id) {
    int underscore = id.indexOf('_');
    return underscore < 0
        ? new InstanceId(id, "")
        : new InstanceId(id.substring(0, underscore), id.substring(underscore + 1));
  }

  static String of(Occurrence occurrence) {
    return occurrence
        .originalStart()
        .map(start -> occurrence.meeting().id() + "_" + start.compact())
        .orElse(occurrence.meeting().id());
  }

  boolean instance() {
    return !originalStart.isEmpty();
  }
}
