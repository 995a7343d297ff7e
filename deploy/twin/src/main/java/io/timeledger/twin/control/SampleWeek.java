package io.timeledger.twin.control;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.MailboxKey;
import io.timeledger.twin.state.Meeting;
import io.timeledger.twin.state.TwinIds;
import io.timeledger.twin.state.Vendor;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Meetings of member@example.com around a day, one of them in both accounts.
public final class SampleWeek {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final String BUYER = "buyer@acme.example";

  private final MeetingDesk desk;

  public SampleWeek(MeetingDesk desk) {
    this.desk = desk;
  }

  public void around(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZONE);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String shared = TwinIds.outlookUid("review");
    google(today, monday, shared);
    microsoft(monday, shared);
  }

  private void google(LocalDate today, LocalDate monday, String shared) {
    add(
        Vendor.GOOGLE,
        timed(monday.minusWeeks(1), "09:30", "09:45", "Daily standup")
            .put("recurrence", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=20"));
    add(Vendor.GOOGLE, review(monday, shared));
    add(
        Vendor.GOOGLE,
        timed(monday.plusDays(2), "12:00", "13:00", "Dentist").put("visibility", "private"));
    add(
        Vendor.GOOGLE,
        invited(timed(monday.plusDays(3), "16:00", "17:00", "Design talk"))
            .put("response", "tentative"));
    add(
        Vendor.GOOGLE,
        invited(timed(monday.plusDays(3), "11:00", "12:00", "Vendor pitch"))
            .put("response", "declined"));
    add(
        Vendor.GOOGLE,
        timed(monday.plusDays(4), "13:00", "15:00", "Focus time").put("type", "focus_time"));
    add(Vendor.GOOGLE, timed(today.plusDays(1), "15:00", "15:30", "Catch-up with Kim"));
    add(
        Vendor.GOOGLE,
        Trees.object()
            .put("title", "Team day")
            .put("start", today.plusDays(3).toString())
            .put("end", today.plusDays(4).toString()));
  }

  private void microsoft(LocalDate monday, String shared) {
    add(
        Vendor.MICROSOFT,
        timed(monday.minusWeeks(1), "10:00", "11:00", "Sprint planning")
            .put("recurrence", "FREQ=WEEKLY;BYDAY=MO;COUNT=6"));
    add(Vendor.MICROSOFT, review(monday, shared));
    add(
        Vendor.MICROSOFT,
        timed(monday.plusDays(1), "17:00", "18:00", "Parents' evening")
            .put("visibility", "private"));
    add(
        Vendor.MICROSOFT,
        timed(monday.plusDays(4), "09:00", "12:00", "Away").put("show_as", "out_of_office"));
  }

  private static ObjectNode review(LocalDate monday, String shared) {
    return invited(timed(monday.plusDays(1), "14:00", "15:00", "Acme: review of the checkout"))
        .put("response", "accepted")
        .put("uid", shared);
  }

  private static ObjectNode invited(ObjectNode meeting) {
    meeting.put("organizer", BUYER);
    meeting.set("guests", Trees.array(List.of(BUYER), JsonNodeFactory.instance::stringNode));
    return meeting;
  }

  private static ObjectNode timed(LocalDate day, String from, String to, String title) {
    return Trees.object()
        .put("title", title)
        .put("start", day.atTime(LocalTime.parse(from)).toString())
        .put("end", day.atTime(LocalTime.parse(to)).toString());
  }

  private void add(Vendor vendor, ObjectNode meeting) {
    Mailbox mailbox = desk.store().mailbox(new MailboxKey(vendor, Selection.NEWCOMER));
    Meeting unused = desk.create(mailbox, mailbox.primary(), meeting);
  }
}
