package io.timeledger.bench.load;

/// A request, sent and awaited by the calling thread.
@FunctionalInterface
public interface Shot {

  /// @param number counts the requests of a round from 0
  /// @throws Exception when there was no answer, for whatever reason
  Answer fire(int number) throws Exception;
}
