package io.timeledger.streams.ledger.kafka;

import io.timeledger.runtime.LruMap;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.state.NamesInMemory;
import io.timeledger.streams.ledger.state.SortedStore;
import io.timeledger.streams.ledger.state.StateTable;
import io.timeledger.streams.ledger.state.StoreGroup;
import io.timeledger.streams.ledger.state.StoreOpener;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/// The ledger's stores of one partition: few, because each costs start time and file handles. Keys
/// are `workspace/kind/…`, so that each workspace sees only its own.
final class LedgerStores {
  static final String ENTRIES = "entries";
  static final String INDEX = "index";
  static final String WORKSPACE = "workspace";
  static final String HANDLED = "handled";
  private static final int MOST_NAMED_WORKSPACES = 20;

  private final KeyValueStore<String, byte[]> entries;
  private final KeyValueStore<String, byte[]> index;
  private final KeyValueStore<String, byte[]> workspace;
  private final StoreCache lasting = new StoreCache();
  private final Map<WorkspaceId, NamesInMemory> names = new LruMap<>(MOST_NAMED_WORKSPACES);

  LedgerStores(ProcessorContext<?, ?> context) {
    entries = context.getStateStore(ENTRIES);
    index = context.getStateStore(INDEX);
    workspace = context.getStateStore(WORKSPACE);
  }

  /// The state of the workspace for one command. Its entries are cached no longer than that,
  /// because they are least likely to be needed again.
  LedgerState stateOf(WorkspaceId id) {
    StoreCache passing = new StoreCache();
    return new LedgerState(
        id,
        new StoreOpener() {
          @Override
          public SortedStore<String> names(Supplier<SortedMap<String, String>> scan) {
            return names.computeIfAbsent(id, _ -> new NamesInMemory(scan));
          }

          @Override
          public <V> SortedStore<V> open(StateTable<V> table) {
            return new KafkaSortedStore<>(
                storeOf(table.group()),
                id.value() + "/" + table.keyName() + "/",
                new RecordCodec<>(table.type()),
                table.group() == StoreGroup.WORKSPACE ? lasting : passing);
          }
        });
  }

  /// Iterates over the running entries of all workspaces of the partition.
  KeyValueStore<String, byte[]> index() {
    return index;
  }

  private KeyValueStore<String, byte[]> storeOf(StoreGroup group) {
    return switch (group) {
      case ENTRIES -> entries;
      case INDEX -> index;
      case WORKSPACE -> workspace;
    };
  }
}
