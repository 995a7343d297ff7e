package io.timeledger.calendar.provider.ics;

/// What an address answered.
sealed interface FetchedFile {

  /// Nothing changed.
  record Same(Validators validators) implements FetchedFile {}

  /// A file, which may be the same again.
  record Changed(String text, Validators validators) implements FetchedFile {}
}
