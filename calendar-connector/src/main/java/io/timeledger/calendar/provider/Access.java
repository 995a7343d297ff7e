package io.timeledger.calendar.provider;

import java.net.URI;

/// What opens a calendar.
public sealed interface Access {

  /// The address of an ICS file: a secret, since whoever has it reads the calendar.
  record IcsAddress(URI url) implements Access {

    /// Does not contain the address.
    @Override
    public String toString() {
      return "IcsAddress";
    }
  }
}
