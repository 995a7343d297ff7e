package io.timeledger.streams.views.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.embedded.FutureEvents;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.json.Seal;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.streams.rollup.RandomWork;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ViewsBacklogTest {
  private static final EventCodec CODEC = new EventCodec();

  private final KeyValueStore<String, byte[]> store =
      Stores.keyValueStoreBuilder(
              Stores.inMemoryKeyValueStore(ViewsTopology.HELD_STORE),
              Serdes.String(),
              Serdes.ByteArray())
          .withLoggingDisabled()
          .build();
  private final List<Event> one = events("ws_1", 1);
  private final List<Event> two = events("ws_2", 2);

  @BeforeEach
  void open() {
    store.init(new MockProcessorContext<>().getStateStoreContext(), store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void handsOnWhatIsKnown() {
    ViewsBacklog backlog = new ViewsBacklog(store);

    assertThat(one).allSatisfy(e -> assertThat(backlog.next(known(e))).contains(e));
  }

  @Test
  void passesOverAnUnknownEventThatMovesNothing() {
    ViewsBacklog backlog = new ViewsBacklog(store);
    ObjectNode expense = CODEC.toTree(one.getFirst()).put("event", "expense.created");
    expense.put("hash", Seal.hash(expense));

    assertThat(backlog.next(LoggedEvent.of(expense, expense.toString()))).isEmpty();
    assertThat(backlog.next(known(one.get(1)))).contains(one.get(1));
  }

  @Test
  void holdsItsWorkspaceAloneAcrossARestart() {
    ViewsBacklog before = new ViewsBacklog(store);
    before.next(unknown(one.getFirst()));
    ViewsBacklog after = new ViewsBacklog(store);

    assertThat(after.next(known(one.get(1)))).isEmpty();
    assertThat(after.next(known(two.getFirst()))).contains(two.getFirst());
  }

  @Test
  void releasesInOrderUpToWhatIsStillUnknown() {
    ViewsBacklog before = new ViewsBacklog(store);
    before.next(unknown(one.get(0)));
    before.next(known(one.get(1)));
    before.next(unknown(one.get(2)));
    before.next(known(one.get(3)));
    know(one.get(0));

    List<Event> released = new ArrayList<>();
    ViewsBacklog after = new ViewsBacklog(store);
    after.releaseOnce(released::add);

    assertThat(released).containsExactly(one.get(0), one.get(1));
    assertThat(after.next(known(one.get(4)))).isEmpty();

    know(one.get(2));
    ViewsBacklog last = new ViewsBacklog(store);
    last.releaseOnce(released::add);
    assertThat(released).containsExactlyElementsOf(one.subList(0, 5));
    assertThat(last.next(known(one.get(5)))).contains(one.get(5));
  }

  private void know(Event event) {
    store.put(
        "%s/%019d".formatted(event.workspaceId().value(), event.sequence()), CODEC.write(event));
  }

  private static LoggedEvent known(Event event) {
    return LoggedEvent.read(CODEC.write(event));
  }

  private static LoggedEvent unknown(Event event) {
    return LoggedEvent.read(FutureEvents.ofUnknownType(CODEC.write(event)));
  }

  /// Of entries and timesheets alone.
  private static List<Event> events(String workspace, long seed) {
    return new RandomWork(workspace, seed)
        .steps(60).history().events().stream()
            .filter(e -> e.type().movesTotals() || e.type().subject() == ResourceType.TIMESHEET)
            .toList();
  }
}
