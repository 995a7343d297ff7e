package io.timeledger.acceptance;

/// @param brokers 1, or 3 with replication
/// @param streamsProcessors how many instances of the streams-processor
/// @param ingestApis how many instances of the API
/// @param dispatchers how many instances of the webhook-dispatcher
/// @param connectors how many instances of the calendar-connector
public record ClusterSize(
    int brokers, int streamsProcessors, int ingestApis, int dispatchers, int connectors) {

  public ClusterSize {
    if (brokers != 1 && brokers != 3) {
      throw new IllegalArgumentException("brokers: " + brokers + " (expected: 1 or 3)");
    }
  }
}
