package io.timeledger.calendar.provider.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;

/// Compares expansion with an independent library.
class RecurrenceJudgeTest {
  private static final String[] DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  private static final int RULES = 3_000;

  @Test
  void agreesWithTheJudgeOnRandomRules() throws Exception {
    Random random = new Random(20261129);
    int compared = 0;
    int instances = 0;
    for (int i = 0; i < RULES; i++) {
      LocalDateTime start =
          LocalDateTime.of(
              1996 + random.nextInt(31),
              1 + random.nextInt(12),
              1 + random.nextInt(28),
              random.nextInt(24),
              random.nextInt(60));
      String rule = rule(random);
      LocalDateTime from = LocalDateTime.of(2026, 1 + random.nextInt(12), 1, 0, 0);
      LocalDateTime to = from.plusDays(60);
      List<LocalDateTime> judged = judge(rule, start, from, to);
      // Not compared: RFC 5545 leaves open how COUNT applies if the start is not a date of the
      // rule.
      if (!rule.contains("COUNT") || isOwn(rule, start)) {
        assertThat(expand(rule, start, from, to))
            .as("%s from %s", rule, start)
            .containsExactlyElementsOf(judged);
        compared++;
        instances += judged.size();
      }
    }
    assertThat(compared).isGreaterThan(RULES / 2);
    assertThat(instances).isGreaterThan(RULES);
  }

  private static String rule(Random random) {
    StringBuilder rule = new StringBuilder("FREQ=");
    switch (random.nextInt(4)) {
      case 0 -> {
        rule.append("DAILY");
        if (random.nextInt(3) == 0) {
          rule.append(";BYDAY=").append(days(random));
        }
      }
      case 1 -> {
        rule.append("WEEKLY");
        if (random.nextBoolean()) {
          rule.append(";BYDAY=").append(days(random));
        }
      }
      case 2 -> {
        rule.append("MONTHLY");
        switch (random.nextInt(4)) {
          case 0 -> rule.append(";BYDAY=").append(1 + random.nextInt(4)).append(day(random));
          case 1 -> rule.append(";BYDAY=-1").append(day(random));
          case 2 -> rule.append(";BYMONTHDAY=").append(1 + random.nextInt(31));
          default -> rule.append(";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
        }
      }
      default -> {
        rule.append("YEARLY;BYMONTH=").append(1 + random.nextInt(12));
        if (random.nextBoolean()) {
          rule.append(";BYDAY=").append(1 + random.nextInt(4)).append(day(random));
        }
      }
    }
    if (random.nextInt(3) == 0) {
      rule.append(";INTERVAL=").append(1 + random.nextInt(4));
    }
    if (random.nextInt(4) == 0) {
      rule.append(";COUNT=").append(1 + random.nextInt(2_000));
    }
    return rule.toString();
  }

  private static String days(Random random) {
    List<String> days = new ArrayList<>();
    for (String day : DAYS) {
      if (random.nextBoolean()) {
        days.add(day);
      }
    }
    return days.isEmpty() ? "MO" : String.join(",", days);
  }

  private static String day(Random random) {
    return DAYS[random.nextInt(DAYS.length)];
  }

  private static boolean isOwn(String rule, LocalDateTime start) throws Exception {
    String open = rule.replaceAll(";COUNT=\\d+", "");
    return judge(open, start, start, start).contains(start);
  }

  private static NavigableSet<LocalDateTime> expand(
      String rule, LocalDateTime start, LocalDateTime from, LocalDateTime to) {
    RecurrenceBudget budget = new RecurrenceBudget();
    IcsZones zones =
        new IcsZones(Files.BERLIN, List.of(), new ZoneTableBuilder(Files.NOVEMBER.start(), budget));
    return Recurrence.parse(
            new ContentLine("RRULE", Map.of(), rule),
            new IcsMoment.Wall(start, ZoneClock.UTC),
            zones)
        .between(start, from, to, budget);
  }

  private static List<LocalDateTime> judge(
      String rule, LocalDateTime start, LocalDateTime from, LocalDateTime to) throws Exception {
    RecurrenceRuleIterator instances =
        new RecurrenceRule(rule)
            .iterator(
                new DateTime(
                    DateTime.UTC,
                    start.getYear(),
                    start.getMonthValue() - 1,
                    start.getDayOfMonth(),
                    start.getHour(),
                    start.getMinute(),
                    0));
    List<LocalDateTime> found = new ArrayList<>();
    while (instances.hasNext()) {
      DateTime next = instances.nextDateTime();
      LocalDateTime local =
          LocalDateTime.of(
              next.getYear(),
              next.getMonth() + 1,
              next.getDayOfMonth(),
              next.getHours(),
              next.getMinutes());
      if (local.isAfter(to)) {
        return found;
      }
      if (!local.isBefore(from)) {
        found.add(local);
      }
    }
    return found;
  }
}
