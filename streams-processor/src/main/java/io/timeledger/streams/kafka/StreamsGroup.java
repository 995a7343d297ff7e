package io.timeledger.streams.kafka;

import io.timeledger.schemas.kafka.Topic;

/// The Streams applications of this service, each with its source topic.
public enum StreamsGroup {
  LEDGER("timeledger-ledger", Topic.COMMANDS),
  VIEWS("timeledger-views", Topic.EVENTS);

  private final String applicationId;
  private final Topic source;

  StreamsGroup(String applicationId, Topic source) {
    this.applicationId = applicationId;
    this.source = source;
  }

  /// Also the group id, and the prefix of client ids and internal topics.
  public String applicationId() {
    return applicationId;
  }

  public Topic source() {
    return source;
  }

  boolean isChangelog(String topic) {
    return topic.startsWith(applicationId + "-") && topic.endsWith("-changelog");
  }
}
