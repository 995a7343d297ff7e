package io.timeledger.streams.ledger.state;

import java.util.SortedMap;
import java.util.function.Supplier;

/// Storage of a workspace's state: Kafka Streams stores in the service, maps in tests.
public interface StoreOpener {

  <V> SortedStore<V> open(StateTable<V> table);

  /// The index of directory keys by name, which is not persisted.
  ///
  /// @param scan finds all of them
  default SortedStore<String> names(Supplier<SortedMap<String, String>> scan) {
    return new NamesInMemory(scan);
  }
}
