package io.timeledger.twin.control;

import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.Occurrence;
import io.timeledger.twin.state.Occurrences;
import io.timeledger.twin.state.Response;
import io.timeledger.twin.state.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the meeting that starts next: one at a time of the day that is not declined.
record NextMeeting(MeetingDesk desk, InstantSource clock) {
  record Found(MeetingAddress address, Occurrence occurrence) {}

  Optional<Found> of(Selection selection) {
    Instant now = clock.instant();
    Span span = new Span(now, now.plus(Duration.ofDays(31)));
    Mailbox mailbox = desk.store().mailbox(selection.mailbox());
    return mailbox.calendars().stream()
        .flatMap(
            calendar ->
                calendar.meetings(calendar.revision()).stream()
                    .flatMap(
                        meeting ->
                            starting(Occurrences.of(meeting, span).stream(), span)
                                .map(
                                    occurrence ->
                                        new Found(
                                            new MeetingAddress(mailbox, calendar, meeting.id()),
                                            occurrence))))
        .min(Comparator.comparing(found -> found.occurrence().details().start().sortKey()));
  }

  private static Stream<Occurrence> starting(Stream<Occurrence> occurrences, Span span) {
    return occurrences
        .filter(occurrence -> !occurrence.details().start().allDay())
        .filter(occurrence -> occurrence.details().response() != Response.DECLINED)
        .filter(occurrence -> occurrence.details().start().sortKey().isAfter(span.from()));
  }
}
