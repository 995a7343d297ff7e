package io.timeledger.ingest.command;

/// What came of sending a command.
///
/// @param <R> what a command is answered with
public sealed interface CommandResult<R> {
  /// It was answered.
  record Decided<R>(R reply) implements CommandResult<R> {}

  /// The command is on the log and will be carried out; the answer did not come in time.
  record Pending<R>() implements CommandResult<R> {}

  /// The log did not take the command in time.
  record Unavailable<R>() implements CommandResult<R> {}

  /// The command is larger than the log takes.
  record TooLarge<R>() implements CommandResult<R> {}
}
