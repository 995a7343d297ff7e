package io.timeledger.bench.load;

import java.util.List;

/// The result of a request.
///
/// @param accepted whether it had the expected answer
/// @param ids of the created resources
public record LoadResponse(boolean accepted, List<String> ids) {
  public static final LoadResponse REFUSED = new LoadResponse(false, List.of());

  public LoadResponse {
    ids = List.copyOf(ids);
  }

  public static LoadResponse of(List<String> ids) {
    return new LoadResponse(true, ids);
  }
}
