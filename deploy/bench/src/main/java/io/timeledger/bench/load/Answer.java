package io.timeledger.bench.load;

import java.util.List;

/// What came back.
///
/// @param accepted whether it was what was asked for
/// @param ids of what exists now because of it
public record Answer(boolean accepted, List<String> ids) {
  public static final Answer REFUSED = new Answer(false, List.of());

  public Answer {
    ids = List.copyOf(ids);
  }

  public static Answer of(List<String> ids) {
    return new Answer(true, ids);
  }
}
