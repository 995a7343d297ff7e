package io.timeledger.schemas.command;

/// The channel that a command arrived by.
public enum CommandOrigin {
  API,
  IMPORT,
  /// The operator of the platform, who belongs to no workspace.
  OPERATOR,
  /// Scheduled commands: auto-stop, auto-submit, reminders.
  SYSTEM
}
