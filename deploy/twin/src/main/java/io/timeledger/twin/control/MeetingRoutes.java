package io.timeledger.twin.control;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.http.Routes;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.MailboxKey;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.TwinCalendar;
import io.timeledger.twin.state.TwinIds;
import io.timeledger.twin.state.When;
import java.time.Duration;
import java.util.Optional;

/// Meetings and calendars as a test makes them.
final class MeetingRoutes {
  private final MeetingDesk desk;
  private final NextMeeting next;

  MeetingRoutes(MeetingDesk desk, NextMeeting next) {
    this.desk = desk;
    this.next = next;
  }

  void addTo(Routes routes) {
    routes
        .on("POST", "/control/calendars", this::addCalendar)
        .on("POST", "/control/events", this::create)
        .on("PATCH", "/control/events/{event}", this::change)
        .on("DELETE", "/control/events/{event}", this::delete)
        .on("POST", "/control/move-next-meeting", this::move);
  }

  private HttpAnswer addCalendar(Call call) {
    MailboxKey key = Selection.of(call).mailbox();
    Mailbox mailbox = desk.store().mailbox(key);
    TwinCalendar calendar =
        CalendarBody.read(
            call, TwinIds.calendar(key, mailbox.calendars().size()), next.clock().instant());
    mailbox.calendars().add(calendar);
    return HttpAnswer.json(201, Trees.object().put("id", calendar.id()));
  }

  private HttpAnswer create(Call call) {
    Mailbox mailbox = desk.store().mailbox(Selection.of(call).mailbox());
    String named = call.json().path("calendar").asString("");
    TwinCalendar calendar =
        mailbox.calendars().stream()
            .filter(each -> named.isEmpty() || each.id().equals(named) || each.name().equals(named))
            .findFirst()
            .orElseThrow(() -> notFound("calendar"));
    return HttpAnswer.json(201, StateJson.of(desk.create(mailbox, calendar, call.json())));
  }

  private HttpAnswer change(Call call) {
    MeetingAddress address = address(call);
    Meeting changed =
        instance(call, address)
            .map(instance -> desk.change(address, instance, call.json()))
            .orElseGet(() -> desk.change(address, call.json()));
    return HttpAnswer.json(200, StateJson.of(changed));
  }

  private HttpAnswer delete(Call call) {
    MeetingAddress address = address(call);
    instance(call, address)
        .ifPresentOrElse(instance -> desk.delete(address, instance), () -> desk.delete(address));
    return HttpAnswer.empty(204);
  }

  private HttpAnswer move(Call call) {
    int minutes = Selection.fields(call).path("minutes").asInt(30);
    NextMeeting.Found found =
        next.of(Selection.of(call)).orElseThrow(() -> notFound("next meeting"));
    desk.move(found.address(), found.occurrence(), Duration.ofMinutes(minutes));
    return HttpAnswer.json(
        200,
        Trees.object()
            .put("id", found.address().id())
            .put("title", found.occurrence().details().title())
            .put("from", found.occurrence().details().start().text())
            .put(
                "to",
                found.occurrence().details().start().plus(Duration.ofMinutes(minutes)).text()));
  }

  /// The instance that `original_start` names: a time, or the compact form of instance ids.
  private Optional<Occurrence> instance(Call call, MeetingAddress address) {
    String start = Selection.fields(call).path("original_start").asString("");
    if (start.isEmpty()) {
      return Optional.empty();
    }
    String compact =
        start.contains("-") ? When.parse(start, address.calendar().zone()).compact() : start;
    return Optional.of(
        MeetingDesk.instance(address.meeting(), compact).orElseThrow(() -> notFound("instance")));
  }

  private MeetingAddress address(Call call) {
    String id = call.variable("event");
    return desk.store().mailboxes().stream()
        .flatMap(
            mailbox ->
                mailbox.calendars().stream()
                    .filter(calendar -> has(calendar, id))
                    .map(calendar -> new MeetingAddress(mailbox, calendar, id)))
        .findFirst()
        .orElseThrow(() -> notFound("event"));
  }

  private static boolean has(TwinCalendar calendar, String id) {
    return calendar.find(id).isPresent();
  }

  private static RefusedException notFound(String what) {
    return new RefusedException(
        HttpAnswer.json(404, Trees.object().put("error", "no such " + what)));
  }
}
