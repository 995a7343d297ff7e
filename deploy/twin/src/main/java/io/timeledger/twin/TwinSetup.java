package io.timeledger.twin;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// How a twin starts.
///
/// @param port 0 picks a free one
/// @param pageSize most items of a page
/// @param seeded whether member@example.com has meetings
/// @param clock from which the twin's own clock is moved
/// @param grants file of refresh tokens, for a twin that is started again
public record TwinSetup(
    int port, int pageSize, boolean seeded, InstantSource clock, Optional<Path> grants) {
  private static final int USUAL_PAGE = 250;

  /// For tests: a free port, no meetings, nothing kept.
  public static TwinSetup empty(InstantSource clock) {
    return new TwinSetup(0, USUAL_PAGE, false, clock, Optional.empty());
  }

  /// A week of meetings around today.
  public static TwinSetup seeded(int port) {
    return new TwinSetup(port, USUAL_PAGE, true, InstantSource.system(), Optional.empty());
  }

  public TwinSetup pages(int size) {
    return new TwinSetup(port, size, seeded, clock, grants);
  }

  public TwinSetup at(InstantSource otherClock) {
    return new TwinSetup(port, pageSize, seeded, otherClock, grants);
  }

  public TwinSetup keeping(Path file) {
    return new TwinSetup(port, pageSize, seeded, clock, Optional.of(file));
  }
}
