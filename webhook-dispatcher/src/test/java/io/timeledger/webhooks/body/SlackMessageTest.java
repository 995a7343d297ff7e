package io.timeledger.webhooks.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.json.Json;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SlackMessageTest {
  private static final List<String> FACTS =
      List.of(
          "name",
          "user_id",
          "description",
          "project_id",
          "task_id",
          "entity_id",
          "log_date",
          "hours",
          "status",
          "reason",
          "message");

  @Test
  void saysWhatHappenedToWhom() {
    JsonNode message =
        message(
            "timesheet.approved",
            data().put("user_id", "u_ann").put("period_start", "2026-04-27").put("hours", 7.5));

    assertThat(message.at("/text").asString()).isEqualTo("Timesheet approved · u_ann");
    assertThat(section(message))
        .isEqualTo("*Timesheet approved*\nMember: u_ann\nFrom: 2026-04-27\nHours: 7.5");
    assertThat(message.at("/blocks/1/elements/0/text").asString())
        .isEqualTo("2026-04-29T10:23:00Z · workspace ws_1 · evt_1");
  }

  @Test
  void letsNobodyMentionOthersOrMakeLinks() {
    JsonNode message =
        message(
            "time_entry.created",
            data().put("description", "<!channel> & <https://evil.example|click> <@U123>"));

    assertThat(message.toString()).doesNotContain("<!channel", "<https", "<@U");
    assertThat(section(message)).contains("&lt;!channel&gt; &amp; &lt;https");
  }

  @Test
  void keepsTheLimitsOfSlackWhateverIsWritten() {
    ObjectNode data = data();
    FACTS.forEach(fact -> data.put(fact, "&😀".repeat(5000)));
    JsonNode message = message("time_entry.created", data);

    assertThat(message.at("/text").asString()).hasSizeLessThanOrEqualTo(6000);
    for (JsonNode text : List.of(message.at("/text"), message.at("/blocks/0/text/text"))) {
      String written = text.asString();
      assertThat(written.codePointCount(0, written.length())).isLessThanOrEqualTo(3000);
    }
  }

  @Test
  void tellsNothingOfWhatIsNullOrHasParts() {
    ObjectNode data = data().put("user_id", "u_ann").putNull("description");
    data.putArray("status").add("draft");

    assertThat(section(message("time_entry.created", data)))
        .isEqualTo("*Time entry created*\nMember: u_ann");
  }

  @Test
  void putsEveryFactOnALineOfItsOwn() {
    JsonNode message =
        message("time_entry.created", data().put("description", "one\ntwo\r\n three"));

    assertThat(Arrays.asList(section(message).split("\n", -1)))
        .containsExactly("*Time entry created*", "Description: one two three");
  }

  private static String section(JsonNode message) {
    return message.at("/blocks/0/text/text").asString();
  }

  private static ObjectNode data() {
    return Json.MAPPER.createObjectNode();
  }

  private static JsonNode message(String event, ObjectNode data) {
    ObjectNode body =
        Json.MAPPER
            .createObjectNode()
            .put("id", "evt_1")
            .put("event", event)
            .put("workspace_id", "ws_1")
            .put("timestamp", "2026-04-29T10:23:00Z");
    return SlackMessage.of(body, data);
  }
}
