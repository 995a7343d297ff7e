package io.timeledger.acceptance.check;

import io.timeledger.acceptance.client.Operation;
import io.timeledger.acceptance.client.OperationKind;
import io.timeledger.acceptance.client.RequestAttempt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A made-up run of one workspace and one member, in which all is well until a test adds something.
final class Made {
  private final List<Operation> operations = new ArrayList<>();
  private final List<RequestAttempt> attempts = new ArrayList<>();
  private final List<MajorityLoss> outages = new ArrayList<>();
  private final List<ObservedEvent> events = new ArrayList<>();
  private final List<ObservedReply> replies = new ArrayList<>();
  private final List<DeferredOutcome> promises = new ArrayList<>();
  private final Map<String, ObservedEntry> rows = new HashMap<>();
  private final Map<String, Long> sqlTotals = new HashMap<>();
  private final Map<String, Long> topicTotals = new HashMap<>();
  private final Map<String, Integer> received = new HashMap<>();
  private final Map<String, String> verified = new HashMap<>(Map.of("ws", "true"));
  private CalendarEvidence calendars = CalendarEvidence.NONE;

  Made op(
      OperationKind kind,
      String mark,
      @Nullable String id,
      int status,
      long invoked,
      long answered) {
    String error = status == 409 ? "no_running_timer" : "";
    operations.add(
        new Operation("ws", "u", kind, mark, null, invoked, answered, status, id, error));
    return this;
  }

  /// A request, at a time of which two of three brokers may be away.
  Made attempt(boolean isFirst, long at, int millis, int status) {
    attempts.add(new RequestAttempt("ws", isFirst, at, millis, status));
    return this;
  }

  Made outage(long from, long to) {
    outages.add(new MajorityLoss("kill-two-brokers", from, to));
    return this;
  }

  /// An event in the next place, with hashes that chain.
  Made fact(String type, String command, ObservedEntry entry) {
    int sequence = events.size() + 1;
    return fact(
        new ObservedEvent(
            "evt_" + sequence,
            "ws",
            sequence,
            type,
            command,
            "h" + (sequence - 1),
            "h" + sequence,
            entry));
  }

  Made fact(ObservedEvent fact) {
    events.add(fact);
    return this;
  }

  Made started(String id, String command) {
    return fact("timer.started", command, entry(id, "", id, "running", 0));
  }

  Made stopped(String id, String command) {
    return fact("timer.stopped", command, entry(id, "", id, "draft", 60));
  }

  Made reply(String command, String outcome) {
    replies.add(new ObservedReply("ws", command, outcome));
    return this;
  }

  Made promise(String status) {
    promises.add(new DeferredOutcome("m", status));
    return this;
  }

  Made row(ObservedEntry entry) {
    rows.put(entry.id(), entry);
    return this;
  }

  Made totals(String key, long sql, long topic) {
    sqlTotals.put(key, sql);
    topicTotals.put(key, topic);
    return this;
  }

  Made subscribed() {
    int sequence = events.size() + 1;
    return fact(
        new ObservedEvent(
            "evt_" + sequence,
            "ws",
            sequence,
            "time_webhook.upserted",
            "w",
            "h" + (sequence - 1),
            "h" + sequence,
            null));
  }

  Made received(String event) {
    received.merge(event, 1, Integer::sum);
    return this;
  }

  Made verdict(String verdict) {
    verified.put("ws", verdict);
    return this;
  }

  static ObservedEntry entry(
      String id, String mark, String description, String status, long seconds) {
    return new ObservedEntry(
        id, "ws", "u", "", description, mark, "2026-01-02", status, seconds, 1, false);
  }

  Made calendars(CalendarEvidence of) {
    calendars = of;
    return this;
  }

  Evidence evidence() {
    return new Evidence(
        operations,
        attempts,
        outages,
        events,
        replies,
        promises,
        rows,
        sqlTotals,
        topicTotals,
        received,
        verified,
        calendars);
  }

  List<String> brokenBy(Invariant invariant) {
    return invariant.violations(evidence()).toList();
  }
}
