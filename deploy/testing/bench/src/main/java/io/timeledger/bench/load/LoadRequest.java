package io.timeledger.bench.load;

/// A request, sent and awaited by the calling thread.
@FunctionalInterface
public interface LoadRequest {

  /// @param number counts the requests of a round from 0
  /// @throws Exception without an answer, for whatever reason
  LoadResponse fire(int number) throws Exception;
}
