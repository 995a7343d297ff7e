package io.timeledger.bench.load;

import java.util.List;

/// What came back.
///
/// @param accepted whether it was what was asked for
/// @param ids of what exists now because of it
public record LoadResponse(boolean accepted, List<String> ids) {
  public static final LoadResponse REFUSED = new LoadResponse(false, List.of());

  public LoadResponse {
    ids = List.copyOf(ids);
  }

  public static LoadResponse of(List<String> ids) {
    return new LoadResponse(true, ids);
  }
}
