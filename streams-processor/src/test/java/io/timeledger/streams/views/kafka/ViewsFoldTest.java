package io.timeledger.streams.views.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.streams.rollup.RandomWork;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ViewsFoldTest {
  private final MockProcessorContext<String, byte[]> context = new MockProcessorContext<>();
  private final ViewsFold fold = new ViewsFold();

  @BeforeEach
  void open() {
    for (String name :
        new String[] {
          ViewsTopology.ROLLUPS_STORE, ViewsTopology.TIMESHEETS_STORE, ViewsTopology.HELD_STORE
        }) {
      KeyValueStore<String, byte[]> store =
          Stores.keyValueStoreBuilder(
                  Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
              .withLoggingDisabled()
              .build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
    context.setCurrentStreamTimeMs(0);
    fold.init(context);
  }

  @Test
  void schedulesNothingWhileThereIsNothingToPublish() {
    punctuate();
    assertThat(context.scheduledPunctuators()).allMatch(CapturedPunctuator::cancelled);

    process();
    assertThat(context.scheduledPunctuators()).anyMatch(each -> !each.cancelled());
    punctuate();
    assertThat(context.forwarded()).isNotEmpty();
    assertThat(context.scheduledPunctuators()).anyMatch(each -> !each.cancelled());
    punctuate();
    assertThat(context.scheduledPunctuators()).allMatch(CapturedPunctuator::cancelled);
  }

  @Test
  void publishesAfterItsTaskWasRevived() {
    process();
    CapturedPunctuator former = context.scheduledPunctuators().getLast();

    fold.init(context);

    assertThat(former.cancelled()).isTrue();
    assertThat(context.scheduledPunctuators())
        .filteredOn(each -> !each.cancelled())
        .singleElement()
        .isNotSameAs(former);
    punctuate();
    assertThat(context.forwarded()).isNotEmpty();
  }

  private void process() {
    EventCodec codec = new EventCodec();
    new RandomWork("ws_1", 11)
        .steps(20)
        .history()
        .events()
        .forEach(
            event -> {
              ObjectNode tree = codec.toTree(event);
              fold.process(
                  new Record<>(
                      "ws_1",
                      LoggedEvent.of(tree, tree.toString()),
                      event.timestamp().toEpochMilli()));
            });
  }

  private void punctuate() {
    context.scheduledPunctuators().stream()
        .filter(each -> !each.cancelled())
        .toList()
        .forEach(each -> each.getPunctuator().punctuate(0));
  }
}
