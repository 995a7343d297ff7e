package io.timeledger.twin.control;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Availability;
import io.timeledger.twin.state.Details;
import io.timeledger.twin.state.Exceptional;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.MeetingChanged;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Occurrences;
import io.timeledger.twin.state.Privacy;
import io.timeledger.twin.state.Purpose;
import io.timeledger.twin.state.RepeatRule;
import io.timeledger.twin.state.Response;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.TwinIds;
import io.timeledger.twin.state.TwinStore;
import io.timeledger.twin.state.When;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Makes, changes and deletes meetings one at a time, and tells who watches.
public final class MeetingDesk {
  private static final When NEVER = new When.At(Instant.EPOCH, ZoneOffset.UTC);

  private final TwinStore store;
  private final InstantSource clock;

  public MeetingDesk(TwinStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  TwinStore store() {
    return store;
  }

  synchronized Meeting create(Mailbox mailbox, TwinCalendar calendar, ObjectNode body) {
    if (!body.has("start") || !body.has("end")) {
      throw new IllegalArgumentException("start and end are missing");
    }
    Instant now = clock.instant();
    Details details = new DetailsPatch(body, calendar.zone(), now).applyTo(blank(mailbox, now));
    String id = TwinIds.meeting(mailbox.vendor(), calendar.id(), calendar.ids().size());
    String uid = body.has("uid") ? body.path("uid").asString() : TwinIds.uid(mailbox.vendor(), id);
    Meeting meeting = new Meeting(id, uid, now, details, rule(body), Map.of());
    calendar.put(meeting);
    tell(new MeetingAddress(mailbox, calendar, id), MeetingChanged.Kind.CREATED);
    return meeting;
  }

  /// Changes a meeting; a series with other times or another rule loses its exceptions.
  synchronized Meeting change(MeetingAddress address, ObjectNode body) {
    Meeting before = address.meeting();
    Meeting after = before.with(patch(address.calendar(), body).applyTo(before.details()));
    if (body.has("recurrence")) {
      after = after.with(rule(body));
    }
    if (body.has("start") || body.has("end") || body.has("recurrence")) {
      after = after.withoutExceptions();
    }
    return put(address, after);
  }

  /// Changes one instance.
  synchronized Meeting change(MeetingAddress address, Occurrence instance, ObjectNode body) {
    Details details = patch(address.calendar(), body).applyTo(instance.details());
    return put(
        address,
        address
            .meeting()
            .except(instance.originalStart().orElseThrow(), new Exceptional.Changed(details)));
  }

  synchronized void delete(MeetingAddress address) {
    address.calendar().delete(address.id());
    tell(address, MeetingChanged.Kind.DELETED);
  }

  /// Cancels one instance.
  synchronized void delete(MeetingAddress address, Occurrence instance) {
    Meeting unused =
        put(
            address,
            address
                .meeting()
                .except(instance.originalStart().orElseThrow(), new Exceptional.Cancelled()));
  }

  /// Moves a single meeting, or one instance of a series.
  synchronized Meeting move(MeetingAddress address, Occurrence occurrence, Duration by) {
    Details moved =
        occurrence
            .details()
            .between(occurrence.details().start().plus(by), occurrence.details().end().plus(by))
            .at(clock.instant());
    Meeting before = address.meeting();
    return put(
        address,
        occurrence
            .originalStart()
            .map(start -> before.except(start, new Exceptional.Changed(moved)))
            .orElseGet(() -> before.with(moved)));
  }

  static Optional<Occurrence> instance(Meeting meeting, String originalStart) {
    return Occurrences.find(meeting, originalStart);
  }

  private Meeting put(MeetingAddress address, Meeting meeting) {
    address.calendar().put(meeting);
    tell(address, MeetingChanged.Kind.UPDATED);
    return meeting;
  }

  private void tell(MeetingAddress address, MeetingChanged.Kind kind) {
    store.tell(new MeetingChanged(address.mailbox(), address.calendar(), address.id(), kind));
  }

  private DetailsPatch patch(TwinCalendar calendar, ObjectNode body) {
    return new DetailsPatch(body, calendar.zone(), clock.instant());
  }

  private static Optional<RepeatRule> rule(ObjectNode body) {
    return Trees.text(body, "recurrence")
        .map(text -> new RepeatRule(text.startsWith("RRULE:") ? text.substring(6) : text));
  }

  private static Details blank(Mailbox mailbox, Instant now) {
    return new Details(
        "Meeting",
        NEVER,
        NEVER,
        Privacy.DEFAULT,
        Availability.BUSY,
        Response.ORGANIZER,
        Purpose.MEETING,
        List.of(),
        mailbox.email(),
        now);
  }
}
