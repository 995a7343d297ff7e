package io.timeledger.streams.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/// One cache and one budget of write buffers for all stores and partitions of the process. Both
/// live as long as the process: closing them with a store would take them from the others.
public final class BoundedRocksDb implements RocksDBConfigSetter {
  /// The cache also accounts for write buffers, so it must be larger than them.
  private static final long CACHE_BYTES = 160L << 20;

  /// Twelve partitions have some fifty stores: with a smaller budget, each is flushed while it is
  /// small, and a tenth of the CPU time goes to compacting small files.
  private static final long WRITE_BUFFER_BYTES = 96L << 20;

  private static final long WRITE_BUFFER_OF_A_STORE_BYTES = 8L << 20;

  /// Twice RocksDB's default: new data is compacted half as often, and bloom filters keep lookups
  /// of new keys from reading the files.
  private static final int FILES_BEFORE_MERGING = 8;

  private static final Cache CACHE = new LRUCache(CACHE_BYTES);
  private static final WriteBufferManager BUFFERS =
      new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(BUFFERS);
    options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    options.setLevel0FileNumCompactionTrigger(FILES_BEFORE_MERGING);
    options.setWriteBufferSize(WRITE_BUFFER_OF_A_STORE_BYTES);
  }

  @Override
  public void close(String store, Options options) {}
}
