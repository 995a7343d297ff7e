package io.timeledger.schemas.resource;

/// The format of a webhook's body.
public enum PayloadFormat {
  /// The public envelope, cut down to its first five keys.
  STANDARD,
  /// A readable message for an incoming webhook of Slack.
  SLACK
}
