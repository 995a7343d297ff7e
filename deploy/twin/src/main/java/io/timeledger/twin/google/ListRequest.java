package io.timeledger.twin.google;

import io.timeledger.twin.google.ListTokens.Fixed;
import io.timeledger.twin.google.ListTokens.PagePlace;
import io.timeledger.twin.google.ListTokens.Sync;
import io.timeledger.twin.http.Opaque;
import io.timeledger.twin.http.Parameters;
import io.timeledger.twin.http.RefusedException;
import io.timeledger.twin.state.Span;
import io.timeledger.twin.state.TwinCalendar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Reads the parameters of an event list into the place of its page.
record ListRequest(TwinCalendar calendar, Parameters query) {
  private static final List<String> NOT_WITH_A_SYNC_TOKEN =
      List.of(
          "iCalUID",
          "orderBy",
          "privateExtendedProperty",
          "sharedExtendedProperty",
          "q",
          "timeMin",
          "timeMax",
          "updatedMin");
  private static final List<String> NOT_DONE_BY_THE_TWIN =
      List.of("iCalUID", "privateExtendedProperty", "sharedExtendedProperty", "q", "updatedMin");

  PagePlace place() {
    if (query.first("syncToken").isPresent()) {
      NOT_WITH_A_SYNC_TOKEN.forEach(this::refuseWithToken);
    }
    NOT_DONE_BY_THE_TWIN.forEach(this::refuseUnknown);
    if (query.first("pageToken").isPresent()) {
      return page(query.first("pageToken").get());
    }
    return query.first("syncToken").map(this::changes).orElseGet(this::full);
  }

  private PagePlace page(String token) {
    PagePlace place =
        Opaque.read(token, PagePlace.class).orElseThrow(() -> GoogleErrors.invalid("pageToken"));
    requireSame(place.fixed());
    return place;
  }

  private PagePlace changes(String token) {
    if (query.first("showDeleted").filter("false"::equals).isPresent()) {
      throw GoogleErrors.badRequest("showDeleted must not be false with a sync token.");
    }
    Sync sync = Opaque.read(token, Sync.class).orElseThrow(() -> GoogleErrors.invalid("syncToken"));
    requireSame(sync.fixed());
    if (!calendar.remembers(sync.revision())) {
      throw GoogleErrors.fullSyncRequired();
    }
    return new PagePlace(sync.fixed(), sync.revision(), calendar.revision(), true, false, 0, 0);
  }

  private PagePlace full() {
    boolean ordered = query.first("orderBy").isPresent();
    boolean singleEvents = query.flag("singleEvents");
    if (query.first("orderBy").filter("startTime"::equals).isPresent() && !singleEvents) {
      throw GoogleErrors.badRequest("orderBy=startTime needs singleEvents=true.");
    }
    Fixed fixed =
        new Fixed(
            calendar.id(),
            singleEvents,
            query.all("eventTypes"),
            time("timeMin", Span.ALWAYS.from()).toString(),
            time("timeMax", Span.ALWAYS.to()).toString());
    if (!fixed.span().from().isBefore(fixed.span().to())) {
      throw GoogleErrors.badRequest("The specified time range is empty.");
    }
    return new PagePlace(fixed, -1, calendar.revision(), query.flag("showDeleted"), ordered, 0, 0);
  }

  /// Milliseconds are ignored; an offset is required.
  private Instant time(String parameter, Instant absent) {
    try {
      return query
          .first(parameter)
          .map(OffsetDateTime::parse)
          .map(OffsetDateTime::toInstant)
          .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS))
          .orElse(absent);
    } catch (DateTimeException e) {
      throw GoogleErrors.badRequest("Bad Request: " + parameter);
    }
  }

  private void requireSame(Fixed fixed) {
    if (!fixed.calendar().equals(calendar.id())
        || fixed.singleEvents() != query.flag("singleEvents")
        || !fixed.types().equals(query.all("eventTypes"))) {
      throw GoogleErrors.badRequest("The parameters differ from those of the first list.");
    }
  }

  private void refuseWithToken(String parameter) {
    if (query.first(parameter).isPresent()) {
      throw GoogleErrors.badRequest(
          "Sync token cannot be used together with the parameter " + parameter + ".");
    }
  }

  private void refuseUnknown(String parameter) {
    if (query.first(parameter).isPresent()) {
      throw new RefusedException(
          GoogleErrors.of(501, "global", "notImplemented", "The twin does not do " + parameter));
    }
  }
}
