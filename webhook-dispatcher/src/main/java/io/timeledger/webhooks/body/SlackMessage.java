package io.timeledger.webhooks.body;

import static java.util.stream.Collectors.joining;

import io.timeledger.schemas.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An event as a message for an incoming webhook of Slack: a title, a few facts, and where it
/// comes from. Keeps Slack's limits: 3,000 characters in a section, 2,000 in a context, and user
/// text cannot mention people or create links, since `&`, `<` and `>` are escaped.
final class SlackMessage {
  private static final int MOST_OF_A_VALUE = 300;
  private static final int MOST_OF_A_SECTION = 3_000;
  private static final int MOST_OF_A_CONTEXT = 2_000;

  /// A fact and how it is called.
  private record Fact(String field, String label) {}

  private static final List<Fact> FACTS =
      List.of(
          new Fact("name", "Name"),
          new Fact("user_id", "Member"),
          new Fact("description", "Description"),
          new Fact("project_id", "Project"),
          new Fact("task_id", "Task"),
          new Fact("entity_id", "For"),
          new Fact("log_date", "Day"),
          new Fact("period_start", "From"),
          new Fact("period_end", "To"),
          new Fact("hours", "Hours"),
          new Fact("total_hours", "Hours"),
          new Fact("billable_hours", "Billable hours"),
          new Fact("status", "Status"),
          new Fact("submitted_by", "Submitted by"),
          new Fact("approved_by", "Approved by"),
          new Fact("rejected_by", "Rejected by"),
          new Fact("reason", "Reason"),
          new Fact("review_reason", "To be reviewed"),
          new Fact("message", "Message"));

  private SlackMessage() {}

  /// @param body the five keys
  /// @param data the resource, redacted
  static ObjectNode of(ObjectNode body, ObjectNode data) {
    String title = title(body.required("event").asString());
    String facts =
        FACTS.stream().flatMap(fact -> line(fact, data.path(fact.field()))).collect(joining("\n"));
    String origin =
        "%s · workspace %s · %s"
            .formatted(
                body.required("timestamp").asString(),
                escaped(body.required("workspace_id").asString()),
                escaped(body.required("id").asString()));
    ObjectNode message = Json.MAPPER.createObjectNode();
    message.put("text", cut(title + headline(data), MOST_OF_A_SECTION));
    ArrayNode blocks = message.putArray("blocks");
    ObjectNode section = blocks.addObject().put("type", "section");
    section
        .putObject("text")
        .put("type", "mrkdwn")
        .put(
            "text",
            cut("*" + title + "*" + (facts.isEmpty() ? "" : "\n" + facts), MOST_OF_A_SECTION));
    ObjectNode context = blocks.addObject().put("type", "context");
    context
        .putArray("elements")
        .addObject()
        .put("type", "mrkdwn")
        .put("text", cut(origin, MOST_OF_A_CONTEXT));
    return message;
  }

  /// `time_entry.status_changed` becomes `Time entry status changed`.
  private static String title(String event) {
    String words = event.replace('.', ' ').replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String headline(ObjectNode data) {
    String who = text(data.path("user_id"));
    String what = text(data.path("description"));
    return Stream.of(who, what)
        .filter(part -> !part.isEmpty())
        .map(part -> " · " + part)
        .collect(joining());
  }

  private static Stream<String> line(Fact fact, JsonNode value) {
    String text = text(value);
    return text.isEmpty() ? Stream.empty() : Stream.of(fact.label() + ": " + text);
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull() || value.isContainer()
        ? ""
        : escaped(cut(value.asString().replaceAll("\\s+", " ").strip(), MOST_OF_A_VALUE));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
