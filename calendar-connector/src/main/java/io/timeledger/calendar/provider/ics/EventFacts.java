package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.SourceEvent;
import org.jspecify.annotations.Nullable;

/// The properties of an event except its times. Instances of a series share them.
record EventFacts(
    boolean cancelled, @Nullable String title, boolean isPrivate, Busy busy, GuestList guests) {

  static EventFacts of(IcsComponent event, CalendarOwner owner) {
    String status = event.word("STATUS");
    String access = event.word("CLASS");
    return new EventFacts(
        status.equals("CANCELLED"),
        IcsText.shown(event.value("SUMMARY"), SourceEvent.LONGEST_TITLE),
        access.equals("PRIVATE") || access.equals("CONFIDENTIAL"),
        busy(event, status),
        GuestList.of(event, owner));
  }

  /// @param seriesRef null for a single event
  /// @param originalStart null for a single event
  /// @param otherwise title for an instance without one
  SourceEvent event(
      String ref,
      @Nullable String uid,
      @Nullable String seriesRef,
      @Nullable String originalStart,
      EventTime time,
      @Nullable String otherwise) {
    return new SourceEvent(
        ref,
        uid,
        seriesRef,
        originalStart,
        seriesRef != null,
        cancelled,
        time,
        title == null ? otherwise : title,
        isPrivate,
        busy,
        guests.answer(),
        EventKind.DEFAULT,
        guests.organizedBySelf(),
        guests.organizerDomain(),
        guests.domains(),
        guests.guests(),
        guests.attendees());
  }

  // Outlook's own property distinguishes more states than TRANSP.
  private static Busy busy(IcsComponent event, String status) {
    Busy busy =
        switch (event.word("X-MICROSOFT-CDO-BUSYSTATUS")) {
          case "FREE" -> Busy.FREE;
          case "TENTATIVE" -> Busy.TENTATIVE;
          case "OOF" -> Busy.ABSENT;
          case "WORKINGELSEWHERE" -> Busy.ELSEWHERE;
          case "BUSY" -> Busy.BUSY;
          default -> event.word("TRANSP").equals("TRANSPARENT") ? Busy.FREE : Busy.BUSY;
        };
    return busy == Busy.BUSY && status.equals("TENTATIVE") ? Busy.TENTATIVE : busy;
  }
}
