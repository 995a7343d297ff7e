package io.timeledger.streams.views.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueStore;

/// The keys of a view that moved since they were last published. They are part of the state, so
/// that whatever a commit falls between, the next owner of the partition publishes the rest: all of
/// a view under one key of the store, which costs a commit one record.
final class Unpublished {
  /// Each new key writes the whole list, so it must not become long.
  private static final int MOST = 500;

  private static final char SEPARATOR = '\n';

  private final KeyValueStore<String, byte[]> store;
  private final String view;
  private final Set<String> keys = new LinkedHashSet<>();
  private final ByteArrayOutputStream list = new ByteArrayOutputStream();

  /// Begins with what was committed unpublished.
  Unpublished(KeyValueStore<String, byte[]> store, String view) {
    this.store = store;
    this.view = view;
    byte[] left = store.get(view);
    if (left != null) {
      list.writeBytes(left);
      new String(left, UTF_8).lines().forEach(keys::add);
    }
  }

  void add(String key) {
    if (keys.add(key)) {
      list.writeBytes((key + SEPARATOR).getBytes(UTF_8));
      store.put(view, list.toByteArray());
    }
  }

  boolean isFull() {
    return keys.size() >= MOST;
  }

  /// Removes them, in the order in which they first moved.
  List<String> takeAll() {
    if (keys.isEmpty()) {
      return List.of();
    }
    List<String> all = List.copyOf(keys);
    keys.clear();
    list.reset();
    store.delete(view);
    return all;
  }
}
