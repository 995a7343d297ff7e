package io.timeledger.streams.views.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnpublishedKeysTest {
  private final KeyValueStore<String, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore("rollups"), Serdes.String(), Serdes.ByteArray())
          .withLoggingDisabled()
          .build();

  @BeforeEach
  void open() {
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void hasEachKeyOnceInTheOrderOfTheirFirstMoves() {
    UnpublishedKeys unpublishedKeys = rollups();
    unpublishedKeys.add("ws_1/member/u_1/2026-04-29");
    unpublishedKeys.add("ws_1/project/p_1/2026-04-29");
    unpublishedKeys.add("ws_1/member/u_1/2026-04-29");

    assertThat(unpublishedKeys.takeAll())
        .containsExactly("ws_1/member/u_1/2026-04-29", "ws_1/project/p_1/2026-04-29");
    assertThat(unpublishedKeys.takeAll()).isEmpty();
  }

  @Test
  void leavesToTheNextOwnerWhatWasNotPublished() {
    UnpublishedKeys lost = rollups();
    lost.add("published");
    lost.takeAll();
    lost.add("one");
    lost.add("two");

    UnpublishedKeys next = rollups();
    next.add("two");
    next.add("three");
    assertThat(next.takeAll()).containsExactly("one", "two", "three");
    assertThat(rollups().takeAll()).isEmpty();
  }

  @Test
  void isFullBeforeItsListBecomesLong() {
    UnpublishedKeys unpublishedKeys = rollups();
    for (int i = 0; !unpublishedKeys.isFull(); i++) {
      unpublishedKeys.add("ws_1/member/u_" + i + "/2026-04-29");
    }
    assertThat(store.get(UnpublishedKeys.KEY)).hasSizeLessThan(64 * 1024);
  }

  private UnpublishedKeys rollups() {
    return new UnpublishedKeys(store);
  }
}
