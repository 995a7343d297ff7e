package io.timeledger.ingest.audit;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.json.Seal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Follows the chain of a workspace's events: gapless sequences, each event as it was sealed and
/// linked to the one before, and an audit record that says the same as its event. Holds one event
/// at a time and remembers the first thing that is wrong.
final class ChainCheck implements AuditTrail.Walk {
  private long events;
  private String head = Event.GENESIS;
  private @Nullable ObjectNode firstProblem;

  @Override
  public boolean test(@Nullable StoredEvent stored, @Nullable ObjectNode audit) {
    if (stored == null) {
      return problem(events + 1, "event_missing", "An audit record has no event.");
    }
    long expected = events + 1;
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
    if (!stored.previousHash().equals(head)) {
      return problem(expected, "chain_broken", "The event is not linked to the one before it.");
    }
    if (!Seal.holds(event)) {
      return problem(expected, "event_altered", "The event is not as it was sealed.");
    }
    if (audit == null) {
      return problem(expected, "audit_missing", "The audit record is not there.");
    }
    Optional<String> difference = AuditForm.difference(event, audit);
    if (difference.isPresent()) {
      return problem(
          expected, "audit_altered", "The audit record differs in " + difference.get() + ".");
    }
    events = expected;
    head = stored.hash();
    return true;
  }

  ObjectNode result() {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("verified", firstProblem == null);
    json.put("events", events);
    json.putObject("head").put("sequence", events).put("hash", head);
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
      return Json.MAPPER.readTree(stored.body()) instanceof ObjectNode event
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
}
