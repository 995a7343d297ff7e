package io.timeledger.streams.views.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/// The keys of a view that changed since they were last published. They are part of its state, so
/// that wherever a commit falls, the next owner of the partition publishes the rest. They are one
/// value in the view's own store, whose cache writes it once per commit: in a store of its own, a
/// full cache would evict it at each change.
final class UnpublishedKeys {
  /// Each new key rewrites the whole list, so it must stay short.
  private static final int MOST = 500;

  /// Keys of values contain a slash.
  static final String KEY = "unpublished";

  private static final char SEPARATOR = '\n';

  private final KeyValueStore<String, byte[]> store;
  private final Set<String> keys = new LinkedHashSet<>();
  private final ByteArrayOutputStream list = new ByteArrayOutputStream();

  /// Starts with the committed unpublished keys.
  UnpublishedKeys(KeyValueStore<String, byte[]> store) {
    this.store = store;
    byte[] left = store.get(KEY);
    if (left != null) {
      list.writeBytes(left);
      new String(left, UTF_8).lines().forEach(keys::add);
    }
  }

  void add(String key) {
    if (keys.add(key)) {
      list.writeBytes((key + SEPARATOR).getBytes(UTF_8));
      store.put(KEY, list.toByteArray());
    }
  }

  boolean isFull() {
    return keys.size() >= MOST;
  }

  /// Takes all keys, in the order of their first change.
  List<String> takeAll() {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<String> all = List.copyOf(keys);
    keys.clear();
    list.reset();
    store.delete(KEY);
    return all;
  }
}
