package io.timeledger.schemas.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.resource.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class RedactorTest {
  private static final UserId ANN = new UserId("u_ann");

  @Test
  void showsBillRatesToTheOwnerAndCostsOnlyToThoseWhoMaySeeRates() {
    assertThat(entrySeenBy(ANN, Role.MEMBER.permissions()).propertyNames())
        .contains("hourly_rate")
        .doesNotContain("cost_rate");
    assertThat(entrySeenBy(new UserId("u_manager"), Role.MANAGER.permissions()).propertyNames())
        .contains("user_id")
        .doesNotContain("hourly_rate", "cost_rate");
    assertThat(entrySeenBy(new UserId("u_admin"), Role.ADMIN.permissions()).propertyNames())
        .contains("hourly_rate", "cost_rate");
  }

  @Test
  void hidesFormerRatesInEventsToo() {
    ObjectNode event =
        (ObjectNode)
            Json.MAPPER.readTree(
                """
                {"event": "time_entry.updated",
                 "data": {"user_id": "u_ann", "cost_rate": 2},
                 "previous": {"cost_rate": 1, "description": "old"}}
                """);

    Redactor.redactEvent(event, new Viewer(ANN, Role.MEMBER.permissions()));

    assertThat(event.toString()).doesNotContain("cost_rate").contains("old");
  }

  @Test
  void hidesFieldsOfANewerReleaseFromAllButAdministrators() {
    String text =
        """
        {"event": "time_entry.updated",
         "data": {"user_id": "u_ann", "margin": 2},
         "previous": {"margin": 1, "description": "old"}}
        """;
    ObjectNode seenByAnn = (ObjectNode) Json.MAPPER.readTree(text);
    ObjectNode seenByAdmin = (ObjectNode) Json.MAPPER.readTree(text);
    ObjectNode sent = (ObjectNode) Json.MAPPER.readTree(text).required("data");

    Redactor.redactEvent(seenByAnn, new Viewer(ANN, Role.MEMBER.permissions()));
    Redactor.redactEvent(seenByAdmin, new Viewer(ANN, Role.ADMIN.permissions()));
    Redactor.redactForWebhook(ResourceType.TIME_ENTRY, sent, Set.of(Include.values()));

    assertThat(seenByAnn.toString()).doesNotContain("margin").contains("old", "user_id");
    assertThat(seenByAdmin.toString()).contains("margin");
    assertThat(sent.propertyNames()).containsExactly("user_id");
  }

  @Test
  void letsMembersReadTheirOwnEventsOnly() {
    ObjectNode event =
        (ObjectNode)
            Json.MAPPER.readTree(
                "{\"event\": \"time_entry.created\", \"data\": {\"user_id\": \"u_ann\"}}");

    assertThat(Redactor.mayRead(event, new Viewer(ANN, Set.of(Permission.READ)))).isTrue();
    assertThat(Redactor.mayRead(event, new Viewer(new UserId("u_b"), Set.of(Permission.READ))))
        .isFalse();
  }

  private static ObjectNode entrySeenBy(UserId user, Set<Permission> permissions) {
    ObjectNode entry =
        (ObjectNode)
            Json.MAPPER.readTree(
                "{\"user_id\": \"u_ann\", \"hourly_rate\": 80, \"cost_rate\": 40}");
    Redactor.redact(ResourceType.TIME_ENTRY, entry, new Viewer(user, permissions));
    return entry;
  }
}
