package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StoreGroup.ENTRIES;
import static io.timeledger.streams.ledger.state.StoreGroup.INDEX;
import static io.timeledger.streams.ledger.state.StoreGroup.WORKSPACE;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateTableTest {
  /// Stored keys contain the names, and the group says in which store they are.
  private static final Map<String, StoreGroup> RELEASED =
      Map.copyOf(
          Stream.of(
                  in(ENTRIES, "entry"),
                  in(
                      INDEX,
                      "approval-route-key",
                      "calendar-rule-key",
                      "connection-key",
                      "day",
                      "external",
                      "invoice-line-key",
                      "rate-key",
                      "running",
                      "timesheet-key",
                      "token-key"),
                  in(
                      WORKSPACE,
                      "approval-route",
                      "calendar-rule",
                      "client",
                      "connection",
                      "contact",
                      "day-seconds",
                      "head",
                      "invoice",
                      "invoice-line",
                      "member",
                      "overtime",
                      "profile",
                      "project",
                      "rate",
                      "rule",
                      "settings",
                      "task",
                      "team",
                      "timesheet",
                      "token",
                      "webhook",
                      "webhook-secrets",
                      "workspace"))
              .flatMap(group -> group)
              .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));

  private static Stream<Map.Entry<String, StoreGroup>> in(StoreGroup group, String... names) {
    return Stream.of(names).map(name -> Map.entry(name, group));
  }

  @Test
  void keepsReleasedNamesAndGroups() {
    assertThat(StateTable.all().stream().collect(toMap(StateTable::keyName, StateTable::group)))
        .containsAllEntriesOf(RELEASED);
  }

  @Test
  void hasNamesThatDoNotExtendIntoTheNextPartOfAKey() {
    assertThat(StateTable.all()).extracting(StateTable::keyName).noneMatch(n -> n.contains("/"));
  }

  @Test
  void givesEachTableASlotOfItsOwn() {
    for (int i = 0; i < StateTable.count(); i++) {
      assertThat(StateTable.all().get(i).ordinal()).isEqualTo(i);
    }
  }

  @Test
  void opensATableOnceAndOnlyWhenItIsUsed() {
    MapStores stores = new MapStores();
    List<StateTable<?>> opened = new ArrayList<>();
    StateTables tables =
        new StateTables(
            new StoreOpener() {
              @Override
              public <V> SortedStore<V> open(StateTable<V> table) {
                opened.add(table);
                return stores.open(table);
              }
            });
    assertThat(opened).isEmpty();

    tables.put(StateTable.RUNNING, "u", "te");
    StateTables fork = tables.fork();
    fork.delete(StateTable.RUNNING, "u");

    assertThat(tables.find(StateTable.RUNNING, "u")).contains("te");
    assertThat(fork.find(StateTable.RUNNING, "u")).isEmpty();
    assertThat(opened).containsExactly(StateTable.RUNNING);
  }
}
