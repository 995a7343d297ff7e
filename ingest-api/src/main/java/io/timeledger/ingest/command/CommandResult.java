package io.timeledger.ingest.command;

/// The result of sending a command.
///
/// @param <R> the type of the reply
public sealed interface CommandResult<R> {
  /// The ledger replied.
  record Decided<R>(R reply) implements CommandResult<R> {}

  /// The command is on the log and will be executed; the reply did not arrive in time.
  record Pending<R>() implements CommandResult<R> {}

  /// The log did not accept the command in time.
  record Unavailable<R>() implements CommandResult<R> {}

  /// The command exceeds the log's maximum record size.
  record TooLarge<R>() implements CommandResult<R> {}
}
