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

  @Test
  void showsAConnectionToItsOwnerAndItsStatusToAdministrators() {
    String text =
        """
        {"event": "connection.upserted",
         "data": {"id": "conn_1", "user_id": "u_ann", "provider": "ics", "name": "Work",
           "status": "failed", "status_reason": "404", "calendar_ids": ["cal_1"],
           "show_private_titles": true, "days_back": 30, "days_ahead": 14},
         "previous": {"status": "active", "name": "Old"}}
        """;
    ObjectNode seenByAnn = (ObjectNode) Json.MAPPER.readTree(text);
    ObjectNode seenByAdmin = (ObjectNode) Json.MAPPER.readTree(text);
    ObjectNode sent = (ObjectNode) Json.MAPPER.readTree(text).required("data");

    Redactor.redactEvent(seenByAnn, new Viewer(ANN, Role.MEMBER.permissions()));
    Redactor.redactEvent(seenByAdmin, new Viewer(new UserId("u_a"), Role.ADMIN.permissions()));
    Redactor.redactForWebhook(ResourceType.CONNECTION, sent, Set.of(Include.values()));

    assertThat(seenByAnn).isEqualTo(Json.MAPPER.readTree(text));
    assertThat(seenByAdmin.required("data").propertyNames())
        .containsExactly("id", "user_id", "provider", "status");
    assertThat(seenByAdmin.required("previous").propertyNames()).containsExactly("status");
    assertThat(sent.propertyNames()).containsExactly("id", "user_id", "provider", "status");
  }

  @Test
  void letsNobodyButTheOwnerAndAdministratorsReadAConnection() {
    String connection = "{\"event\": \"connection.upserted\", \"data\": {\"user_id\": \"u_ann\"}}";

    assertThat(mayRead(connection, ANN, Role.MEMBER.permissions())).isTrue();
    assertThat(mayRead(connection, new UserId("u_a"), Role.ADMIN.permissions())).isTrue();
    assertThat(mayRead(connection, new UserId("u_m"), Role.MANAGER.permissions())).isFalse();
    // a token of a dashboard does not learn of its owner's calendars
    assertThat(mayRead(connection, ANN, Set.of(Permission.READ, Permission.READ_ALL))).isFalse();
  }

  @Test
  void letsOnlyTheOwnerReadTheirCalendarRule() {
    String own = "{\"event\": \"calendar_rule.upserted\", \"data\": {\"user_id\": \"u_ann\"}}";
    String shared = "{\"event\": \"calendar_rule.upserted\", \"data\": {\"user_id\": null}}";

    assertThat(mayRead(own, ANN, Role.MEMBER.permissions())).isTrue();
    assertThat(mayRead(own, new UserId("u_a"), Role.ADMIN.permissions())).isFalse();
    assertThat(mayRead(shared, new UserId("u_a"), Role.ADMIN.permissions())).isTrue();
    assertThat(mayRead(shared, ANN, Role.MEMBER.permissions())).isFalse();
  }

  @Test
  void letsOnlyThoseWhoSetUpTheWorkspaceReadAContact() {
    String contact = "{\"event\": \"contact.upserted\", \"data\": {\"id\": \"c_1017\"}}";

    assertThat(mayRead(contact, new UserId("u_a"), Role.ADMIN.permissions())).isTrue();
    assertThat(mayRead(contact, ANN, Role.MEMBER.permissions())).isFalse();
  }

  private static boolean mayRead(String event, UserId user, Set<Permission> permissions) {
    return Redactor.mayRead(
        (ObjectNode) Json.MAPPER.readTree(event), new Viewer(user, permissions));
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
