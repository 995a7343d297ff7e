package io.timeledger.webhooks.control;

/// Where a replay is.
public enum ReplayState {
  RUNNING,
  DONE,
  CANCELLED
}
