package io.timeledger.streams.ledger.state;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The pending changes of a decision on top of an unmodified store.
final class OverlayStore<V> implements SortedStore<V> {
  private final SortedStore<V> base;
  private final TreeMap<String, Optional<V>> changes = new TreeMap<>();

  OverlayStore(SortedStore<V> base) {
    this.base = base;
  }

  @Override
  public @Nullable V get(String key) {
    Optional<V> changed = changes.get(key);
    return changed == null ? base.get(key) : changed.orElse(null);
  }

  @Override
  public void put(String key, V value) {
    changes.put(key, Optional.of(value));
  }

  @Override
  public void delete(String key) {
    changes.put(key, Optional.empty());
  }

  @Override
  public SortedMap<String, V> range(String from, String to) {
    SortedMap<String, V> below = base.range(from, to);
    SortedMap<String, Optional<V>> changed = changes.subMap(from, to);
    if (changed.isEmpty()) {
      return below;
    }
    SortedMap<String, V> merged = new TreeMap<>(below);
    changed.forEach(
        (key, change) ->
            change.ifPresentOrElse(value -> merged.put(key, value), () -> merged.remove(key)));
    return merged;
  }
}
