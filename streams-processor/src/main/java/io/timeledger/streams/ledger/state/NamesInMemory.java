package io.timeledger.streams.ledger.state;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// An in-memory index: built by a scan of other stores on first use, and then updated with every
/// change. Never persisted.
public final class NamesInMemory implements SortedStore<String> {
  private final Supplier<SortedMap<String, String>> scan;
  private @Nullable SortedMap<String, String> known;

  public NamesInMemory(Supplier<SortedMap<String, String>> scan) {
    this.scan = scan;
  }

  @Override
  public @Nullable String get(String key) {
    return known().get(key);
  }

  @Override
  public void put(String key, String value) {
    if (known != null) {
      known.put(key, value);
    }
  }

  @Override
  public void delete(String key) {
    if (known != null) {
      known.remove(key);
    }
  }

  @Override
  public SortedMap<String, String> range(String from, String to) {
    return new TreeMap<>(known().subMap(from, to));
  }

  private SortedMap<String, String> known() {
    SortedMap<String, String> all = known;
    if (all == null) {
      all = new TreeMap<>(scan.get());
      known = all;
    }
    return all;
  }
}
