package io.timeledger.twin;

import java.time.InstantSource;

/// How a twin starts.
///
/// @param port 0 picks a free one
/// @param pageSize most items of a page
/// @param seeded whether member@example.com has meetings
/// @param clock from which the twin's own clock is moved
public record TwinSetup(int port, int pageSize, boolean seeded, InstantSource clock) {
  /// For tests: a free port, no meetings.
  public static TwinSetup empty(InstantSource clock) {
    return new TwinSetup(0, 250, false, clock);
  }

  public static TwinSetup seeded(int port) {
    return new TwinSetup(port, 250, true, InstantSource.system());
  }

  public TwinSetup pages(int size) {
    return new TwinSetup(port, size, seeded, clock);
  }
}
