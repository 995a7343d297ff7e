package io.timeledger.acceptance.check;

import java.util.stream.Stream;

/// A private title is in no topic, table, log and answer.
final class PrivateTitlesStayPrivate implements Invariant {
  @Override
  public Stream<String> violations(Evidence evidence) {
    return evidence.calendars().leaks().stream().map(place -> "a private title in " + place);
  }
}
