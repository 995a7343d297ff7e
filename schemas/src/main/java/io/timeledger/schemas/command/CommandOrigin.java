package io.timeledger.schemas.command;

/// The door that a command came in by.
public enum CommandOrigin {
  API,
  IMPORT,
  /// The operator of the platform, who stands outside every workspace.
  OPERATOR,
  /// Time itself: auto-stop, auto-submit, reminders.
  SYSTEM
}
