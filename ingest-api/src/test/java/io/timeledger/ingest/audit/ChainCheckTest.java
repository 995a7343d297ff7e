package io.timeledger.ingest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.Seal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ChainCheckTest {
  private static final int LENGTH = 5;
  private static final int THIRD = 2;

  /// @param change of the third event of five, which was sealed before
  private record Forgery(String name, Consumer<ObjectNode> change) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Test
  void verifiesAWorkspaceWithoutEvents() {
    JsonNode result = result(List.of(), ChainHead.NONE);

    assertThat(result.required("verified").asBoolean()).isTrue();
    assertThat(result.required("events").asLong()).isZero();
  }

  @Test
  void verifiesWhatIsAsItWasSealed() {
    List<StoredEvent> chain = chain(event -> {});

    JsonNode result = result(chain, end(chain));

    assertThat(result.required("verified").asBoolean()).isTrue();
    assertThat(result.required("events").asLong()).isEqualTo(LENGTH);
    assertThat(result.required("first_problem").isNull()).isTrue();
  }

  @Test
  void findsWhatIsMissingWhereverItWas() {
    List<StoredEvent> chain = chain(event -> {});
    for (int missing = 0; missing < LENGTH; missing++) {
      List<StoredEvent> left = new ArrayList<>(chain);
      left.remove(missing);

      assertProblem(result(left, end(chain)), missing + 1, "event_missing");
    }
  }

  @Test
  void findsThatAllIsMissing() {
    assertProblem(result(List.of(), end(chain(event -> {}))), 1, "event_missing");
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void findsWhatWasAlteredAfterItWasSealed(Forgery forgery) {
    List<StoredEvent> chain = chain(event -> {});
    ObjectNode third = (ObjectNode) Json.MAPPER.readTree(chain.get(THIRD).body());
    forgery.change.accept(third);
    chain.set(THIRD, stored(third));

    assertProblem(result(chain, end(chain)), THIRD + 1, "event_altered");
  }

  @Test
  void findsAFieldThatIsThereTwice() {
    List<StoredEvent> chain = chain(event -> {});
    StoredEvent third = chain.get(THIRD);
    chain.set(
        THIRD,
        stored(
            (ObjectNode) Json.MAPPER.readTree(third.body()),
            third.body().replace("\"name\":", "\"name\":\"Other\",\"name\":")));

    assertProblem(result(chain, end(chain)), THIRD + 1, "event_altered");
  }

  static Stream<Forgery> forgeries() {
    return Stream.of(
        new Forgery("a value", event -> data(event).put("name", "Other")),
        new Forgery("a value of its own kind", event -> data(event).put("billable", 1)),
        new Forgery("a field more", event -> event.put("note", "")),
        new Forgery("a field less", event -> data(event).remove("archived")),
        new Forgery("who", event -> ((ObjectNode) event.required("actor")).put("user_id", "u_2")),
        new Forgery("when", event -> event.put("timestamp", "2026-04-29T10:23:00.126Z")));
  }

  @Test
  void findsWhatWasSealedAnewWithoutWhatFollows() {
    List<StoredEvent> chain = chain(event -> {});
    ObjectNode third = (ObjectNode) Json.MAPPER.readTree(chain.get(THIRD).body());
    data(third).put("name", "Other");
    chain.set(THIRD, stored(third.put("hash", Seal.hash(third))));

    assertProblem(result(chain, end(chain)), THIRD + 2, "chain_broken");
  }

  @Test
  void findsWhatIsSealedButNoEvent() {
    List<StoredEvent> chain = chain(event -> event.putNull("data"));

    assertProblem(result(chain, end(chain)), 1, "event_altered");
  }

  @Test
  void verifiesWhatANewerReleaseSealed() {
    List<StoredEvent> chain =
        chain(event -> data(event.put("event", "expense.created")).put("billable", "partly"));

    JsonNode result = result(chain, end(chain));

    assertThat(result.required("verified").asBoolean()).isTrue();
    assertThat(result.required("events").asLong()).isEqualTo(LENGTH);
  }

  @Test
  void findsAnotherAuthorOfWhatANewerReleaseSealed() {
    List<StoredEvent> chain =
        chain(
            event ->
                ((ObjectNode) event.put("event", "expense.created").required("actor"))
                    .put("via", "post"));

    assertProblem(result(chain, end(chain)), 1, "audit_altered");
  }

  private static JsonNode result(List<StoredEvent> chain, ChainHead newest) {
    ChainCheck check = new ChainCheck();
    assertThat(chain.stream().takeWhile(check).count()).isLessThanOrEqualTo(chain.size());
    return check.result(newest);
  }

  private static void assertProblem(JsonNode result, long sequence, String code) {
    assertThat(result.required("verified").asBoolean()).isFalse();
    assertThat(result.required("events").asLong()).isEqualTo(sequence - 1);
    JsonNode problem = result.required("first_problem");
    assertThat(problem.required("sequence").asLong()).isEqualTo(sequence);
    assertThat(problem.required("code").asString()).isEqualTo(code);
  }

  private static ChainHead end(List<StoredEvent> chain) {
    return new ChainHead(chain.size(), chain.getLast().hash());
  }

  /// @param change of each event before it is sealed
  private static List<StoredEvent> chain(Consumer<ObjectNode> change) {
    List<StoredEvent> chain = new ArrayList<>();
    String hash = ChainHead.NONE.hash();
    for (long sequence = 1; sequence <= LENGTH; sequence++) {
      ObjectNode event = event(sequence).put("previous_hash", hash);
      change.accept(event);
      hash = Seal.hash(event);
      chain.add(stored(event.put("hash", hash)));
    }
    return chain;
  }

  private static ObjectNode event(long sequence) {
    return (ObjectNode)
        Json.MAPPER.readTree(
            """
            {
              "id": "evt_01KQC2J3X5000000000000000%1$d",
              "event": "project.deleted",
              "workspace_id": "ws_acme",
              "data": {
                "id": "website",
                "workspace_id": "ws_acme",
                "name": "Website",
                "client_id": "acme",
                "billable": true,
                "time_budget_hours": 120,
                "archived": false,
                "created_at": "2026-04-28T07:00:00Z",
                "updated_at": "2026-04-29T10:23:00.125Z",
                "version": 1,
                "sequence": %1$d,
                "deleted_at": null
              },
              "timestamp": "2026-04-29T10:23:00.125Z",
              "sequence": %1$d,
              "previous": {},
              "actor": {"user_id": "u_manager", "via": "api"},
              "command_id": "cmd_sample"
            }
            """
                .formatted(sequence));
  }

  private static ObjectNode data(ObjectNode event) {
    return (ObjectNode) event.required("data");
  }

  private static StoredEvent stored(ObjectNode event) {
    return stored(event, event.toString());
  }

  private static StoredEvent stored(ObjectNode event, String body) {
    return new StoredEvent(
        event.required("sequence").asLong(),
        event.required("id").asString(),
        event.required("event").asString(),
        Instant.parse(event.required("timestamp").asString()),
        body,
        event.required("hash").asString(),
        event.required("previous_hash").asString(),
        "project",
        "website",
        event.required("actor").required("user_id").asString(),
        "api");
  }
}
