package io.timeledger.calendar.provider.ics;

/// The result of a fetch.
sealed interface FetchedFile {

  /// The file is unchanged.
  record Same(Validators validators) implements FetchedFile {}

  /// The file, whose bytes differ from the last ones.
  record Changed(String text, Validators validators) implements FetchedFile {}
}
