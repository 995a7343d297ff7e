package io.timeledger.ingest.audit;

import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.json.Seal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ObjectNode;

/// Verifies the hash chain of a workspace's events: gapless sequences, each event matching its
/// hash, linked to the previous one, and equal to its audit record. Holds one event at a time and
/// remembers the first fault.
final class ChainCheck implements Predicate<StoredEvent> {
  /// A duplicate field could have one value for the hash and another for a reader.
  private static final ObjectReader ONCE_EACH =
      Json.MAPPER.reader().with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);

  private ChainHead head = ChainHead.NONE;
  private @Nullable ObjectNode firstProblem;

  /// @return whether the chain holds so far
  @Override
  public boolean test(StoredEvent stored) {
    long expected = head.sequence() + 1;
    if (stored.sequence() != expected) {
      return problem(expected, "event_missing", "The event is not there.");
    }
    Optional<ObjectNode> parsed = parse(stored);
    if (parsed.isEmpty()) {
      return problem(expected, "event_altered", "The event is not readable.");
    }
    ObjectNode event = parsed.get();
    if (!columnsAgree(stored, event)) {
      return problem(expected, "event_altered", "The columns differ from the event.");
    }
    if (!stored.previousHash().equals(head.hash())) {
      return problem(expected, "chain_broken", "The event is not linked to the one before it.");
    }
    if (!Seal.holds(event)) {
      return problem(expected, "event_altered", "The event is not as it was sealed.");
    }
    Optional<String> difference;
    try {
      difference = difference(stored, LoggedEvent.of(event, stored.body()));
    } catch (MalformedException e) {
      return problem(expected, "event_altered", "The event is not readable.");
    }
    if (difference.isPresent()) {
      return problem(
          expected, "audit_altered", "The audit record differs in " + difference.get() + ".");
    }
    head = new ChainHead(expected, stored.hash());
    return true;
  }

  /// @param newest the expected end of the chain, if nothing was wrong before
  ObjectNode result(ChainHead newest) {
    if (firstProblem == null && !head.equals(newest)) {
      problem(head.sequence() + 1, "event_missing", "The event is not there.");
    }
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("verified", firstProblem == null);
    json.put("events", head.sequence());
    json.putObject("head").put("sequence", head.sequence()).put("hash", head.hash());
    json.set("first_problem", firstProblem);
    return json;
  }

  private boolean problem(long sequence, String code, String message) {
    firstProblem =
        Json.MAPPER
            .createObjectNode()
            .put("sequence", sequence)
            .put("code", code)
            .put("message", message);
    return false;
  }

  private static Optional<ObjectNode> parse(StoredEvent stored) {
    try {
      return ONCE_EACH.readTree(stored.body()) instanceof ObjectNode event
              && event.hasNonNull("hash")
              && event.hasNonNull("previous_hash")
          ? Optional.of(event)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static boolean columnsAgree(StoredEvent stored, ObjectNode event) {
    return event.path("sequence").asLong(0) == stored.sequence()
        && event.path("id").asString("").equals(stored.eventId())
        && event.path("event").asString("").equals(stored.type())
        && event.path("hash").asString("").equals(stored.hash())
        && event.path("previous_hash").asString("").equals(stored.previousHash());
  }

  /// The first field in which the audit record differs from its event. The subject of an unknown
  /// event cannot be checked: only a newer release can read it.
  private static Optional<String> difference(StoredEvent stored, LoggedEvent logged) {
    EventEnvelope event = logged.envelope();
    boolean isUnknown = logged.event().isEmpty();
    Map<String, Boolean> agree =
        Map.of(
            "at", stored.timestamp().equals(event.timestamp()),
            "entity_type", isUnknown || stored.entityType().equals(event.entityType()),
            "entity_id", isUnknown || stored.entityId().equals(event.entityId()),
            "user_id", stored.userId().equals(event.userId()),
            "via", stored.via().equals(event.via()));
    return agree.entrySet().stream()
        .filter(field -> !field.getValue())
        .map(Map.Entry::getKey)
        .min(String::compareTo);
  }
}
