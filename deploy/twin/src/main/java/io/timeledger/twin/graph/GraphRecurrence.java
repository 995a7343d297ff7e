package io.timeledger.twin.graph;

import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.RepeatRule;
import io.timeledger.twin.state.When;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A rule as Graph's pattern and range: daily and weekly ones, with an interval and a count.
final class GraphRecurrence {
  private static final Map<String, String> DAYS =
      Map.of(
          "MO", "monday",
          "TU", "tuesday",
          "WE", "wednesday",
          "TH", "thursday",
          "FR", "friday",
          "SA", "saturday",
          "SU", "sunday");

  private GraphRecurrence() {}

  static ObjectNode of(RepeatRule rule, When start) {
    boolean weekly = rule.part("FREQ").equals("WEEKLY");
    ObjectNode pattern =
        Trees.object()
            .put("type", weekly ? "weekly" : "daily")
            .put("interval", number(rule.part("INTERVAL"), 1))
            .put("firstDayOfWeek", "monday");
    if (weekly) {
      pattern.set("daysOfWeek", Trees.array(days(rule), JsonNodeFactory.instance::stringNode));
    }
    String count = rule.part("COUNT");
    ObjectNode range =
        Trees.object()
            .put("type", count.isEmpty() ? "noEnd" : "numbered")
            .put("startDate", day(start).toString())
            .put("numberOfOccurrences", number(count, 0));
    ObjectNode json = Trees.object();
    json.set("pattern", pattern);
    json.set("range", range);
    return json;
  }

  private static int number(String text, int absent) {
    return text.isEmpty() ? absent : Integer.parseInt(text);
  }

  private static List<String> days(RepeatRule rule) {
    return Arrays.stream(rule.part("BYDAY").split(",", -1))
        .map(day -> DAYS.getOrDefault(day, "monday"))
        .toList();
  }

  private static LocalDate day(When start) {
    return switch (start) {
      case When.At at -> LocalDate.ofInstant(at.instant(), at.zone());
      case When.On on -> on.day();
    };
  }
}
