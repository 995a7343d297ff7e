package io.timeledger.streams.ledger.state;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stores of one workspace by table. Opened on first use: a command needs few of them.
final class StateTables {
  private final StoreOpener stores;
  private final @Nullable SortedStore<?>[] opened = new SortedStore<?>[StateTable.count()];

  StateTables(StoreOpener stores) {
    this.stores = stores;
  }

  /// A copy-on-write fork.
  StateTables fork() {
    return new StateTables(this::overlay);
  }

  private <V> SortedStore<V> overlay(StateTable<V> table) {
    return new OverlayStore<>(of(table));
  }

  <V> SortedStore<V> of(StateTable<V> table) {
    @SuppressWarnings("unchecked") // a slot has the values of its table
    SortedStore<V> known = (SortedStore<V>) opened[table.ordinal()];
    if (known != null) {
      return known;
    }
    SortedStore<V> store = stores.open(table);
    opened[table.ordinal()] = store;
    return store;
  }

  <V> Optional<V> find(StateTable<V> table, String key) {
    return Optional.ofNullable(of(table).get(key));
  }

  /// The value whose key the index has under this one.
  <V> Optional<V> find(StateTable<V> table, StateTable<String> index, String key) {
    return find(index, key).map(of(table)::get);
  }

  <V> Collection<V> all(StateTable<V> table) {
    return withPrefix(table, "");
  }

  <V> Collection<V> withPrefix(StateTable<V> table, String prefix) {
    return of(table).withPrefix(prefix).values();
  }

  <V> void put(StateTable<V> table, String key, V value) {
    of(table).put(key, value);
  }

  void delete(StateTable<?> table, String key) {
    of(table).delete(key);
  }
}
