package io.timeledger.ingest.calendar.feed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/// Writes entries as iCalendar events (RFC 5545). An entry of date and hours becomes an all-day
/// event marked free, since it has no time of day. The connector recognizes the feed by the domain
/// of the UIDs and hides its events.
final class FeedWriter {
  private static final String DOMAIN = "@feed.timeledger";
  private static final Duration REFRESH = Duration.ofMinutes(15);

  private FeedWriter() {}

  static String write(List<FeedEntry> entries, FeedShow show) {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId("-//Timeledger//Feed//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(new XProperty("X-WR-CALNAME", "Tracked time"));
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
    entries.forEach(entry -> calendar.add(event(entry, show)));
    StringWriter text = new StringWriter();
    try {
      // without validation: RFC 5545 requires a component, and a new member has no entries
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static VEvent event(FeedEntry entry, FeedShow show) {
    VEvent event = new VEvent(false);
    event.add(new Uid(entry.id().value() + DOMAIN));
    event.add(new DtStamp(entry.updatedAt()));
    event.add(new Sequence(entry.version()));
    event.add(new Summary(summary(entry, show)));
    Instant start = entry.startedAt();
    Instant end = entry.endedAt();
    if (start == null || end == null) {
      event.add(new DtStart<>(entry.logDate()));
      event.add(new DtEnd<>(entry.logDate().plusDays(1)));
      event.add(new Transp(Transp.VALUE_TRANSPARENT));
    } else {
      event.add(new DtStart<>(start));
      event.add(new DtEnd<>(end));
    }
    return event;
  }

  private static String summary(FeedEntry entry, FeedShow show) {
    return switch (show) {
      case BUSY -> "Busy";
      case PROJECT -> or(entry.projectName(), "Time");
      case DESCRIPTION -> or(entry.description(), or(entry.projectName(), "Time"));
    };
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
