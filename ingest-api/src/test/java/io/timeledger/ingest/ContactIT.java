package io.timeledger.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.testkit.Answer;
import io.timeledger.ingest.testkit.ApiClient;
import io.timeledger.ingest.testkit.CalendarScene;
import io.timeledger.ingest.testkit.RunningPlatform;
import io.timeledger.ingest.testkit.TestWorkspace;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.secret.ContactHasher;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Contacts by REST, and the deals that they propose for blocks.
class ContactIT {
  private static final String CONTACTS = "/api/v1/contacts";
  private static final String BLOCKS = "/api/v1/time/calendar/blocks";
  private static final String JO =
      """
      {"emails": ["Jo@Customer.example", "jo.doe@customer.example"], "deal_id": "deal_7",
       "project_id": "site"}
      """;

  private final ContactHasher hasher = ContactHasher.of(RunningPlatform.ADDRESS_KEY);
  private final CalendarScene scene = new CalendarScene();
  private final ApiClient member = scene.member();
  private final ApiClient owner = scene.workspace().owner();

  @Test
  void keepsHashesInPlaceOfAddresses() {
    Answer made = owner.put(CONTACTS + "/c_1", JO).requireStatus(201);

    assertThat(made.data().required("email_hashes").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrder(hash("jo@customer.example"), hash("jo.doe@customer.example"));
    assertThat(made.data().required("deal_id").asString()).isEqualTo("deal_7");
    assertThat(owner.get(CONTACTS + "/c_1").requireStatus(200).data()).isEqualTo(made.data());
    assertThat(owner.get(CONTACTS).requireStatus(200).data()).containsExactly(made.data());
    assertThat(owner.get("/api/v1/changes").requireStatus(200).body())
        .contains("contact.upserted")
        .doesNotContainIgnoringCase("customer.example");
    assertThat(owner.get("/api/v1/audit").requireStatus(200).body())
        .contains("contact.upserted", "deal_7")
        .doesNotContain(hash("jo@customer.example"));

    Answer gone = owner.delete(CONTACTS + "/c_1").requireStatus(200);
    assertThat(gone.data().required("email_hashes")).isEmpty();
    assertThat(owner.get(CONTACTS).data()).isEmpty();
  }

  @Test
  void cannotBeComparedBetweenWorkspaces() {
    TestWorkspace other = RunningPlatform.shared().newWorkspace();

    JsonNode here = owner.put(CONTACTS + "/c_1", JO).requireStatus(201).data();
    JsonNode there = other.owner().put(CONTACTS + "/c_1", JO).requireStatus(201).data();

    assertThat(here.required("email_hashes")).hasSize(2);
    assertThat(there.required("email_hashes"))
        .hasSize(2)
        .doesNotContainAnyElementsOf(here.required("email_hashes"));
    assertThat(other.owner().get(CONTACTS + "/c_2").errorCode()).isEqualTo("not_found");
  }

  @Test
  void areForThoseWhoSetUpTheWorkspace() {
    owner.put(CONTACTS + "/c_1", JO).requireStatus(201);

    assertThat(member.get(CONTACTS).requireStatus(403).errorCode()).isEqualTo("forbidden");
    assertThat(member.get(CONTACTS + "/c_1").errorCode()).isEqualTo("forbidden");
    assertThat(member.put(CONTACTS + "/c_1", JO).errorCode()).isEqualTo("forbidden");
    assertThat(member.delete(CONTACTS + "/c_1").errorCode()).isEqualTo("forbidden");
  }

  @Test
  void namesEveryFaultAndNoAddress() {
    Answer answer =
        owner
            .put(
                CONTACTS + "/c_1",
                "{\"emails\": [\"jo@customer.example\", \"nobody\", null], \"deal_id\": \"a/b\"}")
            .requireStatus(422);

    assertThat(answer.body())
        .contains("emails[1]", "emails[2]", "deal_id")
        .doesNotContain("customer.example");
    String many = "\"jo@customer.example\",".repeat(20) + "\"jo@customer.example\"";
    assertThat(owner.put(CONTACTS + "/c_1", "{\"emails\": [%s]}".formatted(many)).body())
        .contains("At most 20 addresses.");
  }

  @Test
  void areNotTakenWithoutAKey() {
    try (ConfigurableApplicationContext api =
        RunningPlatform.shared().startApi("--timeledger.calendar.address-key=")) {
      ApiClient keyless = RunningPlatform.client(api);
      RunningPlatform.awaitReady(keyless);

      Answer answer =
          new ApiClient(keyless.base(), owner.token())
              .put(CONTACTS + "/c_1", JO)
              .requireStatus(422);

      assertThat(answer.errorCode()).isEqualTo("contacts_not_configured");
    }
  }

  @Test
  void proposeTheirDealWhereNoRuleMatches() {
    owner.put("/api/v1/projects/site", "{\"name\": \"Site\"}").requireStatus(201);
    Answer contact = owner.put(CONTACTS + "/c_1", JO).requireStatus(201);
    meetingWithJo("blk_c");
    scene.meeting("blk_n", "Alone", "2026-04-29T10:00:00Z", "2026-04-29T11:00:00Z");

    JsonNode proposal = proposal("blk_c", contact);
    assertThat(proposal.required("entity_type").asString()).isEqualTo("deal");
    assertThat(proposal.required("entity_id").asString()).isEqualTo("deal_7");
    assertThat(proposal.required("project_id").asString()).isEqualTo("site");
    assertThat(proposal.required("contact_id").asString()).isEqualTo("c_1");
    assertThat(proposal.required("rule_id").isNull()).isTrue();
    assertThat(proposal("blk_n", contact).required("contact_id").isNull()).isTrue();
    assertThat(member.get(CalendarScene.WEEK).requireStatus(200).body())
        .doesNotContain(hash("jo@customer.example"));

    JsonNode entry = member.post(BLOCKS + "/blk_c/convert").requireStatus(201).data();
    assertThat(entry.required("entity_type").asString()).isEqualTo("deal");
    assertThat(entry.required("entity_id").asString()).isEqualTo("deal_7");
    assertThat(entry.required("project_id").asString()).isEqualTo("site");
    assertThat(entry.required("description").asString()).isEqualTo("Review");
  }

  @Test
  void giveWayToRulesAndToEachOther() {
    owner.put(CONTACTS + "/c_1", JO).requireStatus(201);
    meetingWithJo("blk_c");
    Answer other =
        owner
            .put(
                CONTACTS + "/c_2",
                "{\"emails\": [\"al@customer.example\"], \"deal_id\": \"deal_8\"}")
            .requireStatus(201);
    assertThat(proposal("blk_c", other).required("contact_id").isNull()).isTrue();

    Answer deleted = owner.delete(CONTACTS + "/c_2").requireStatus(200);
    assertThat(proposal("blk_c", deleted).required("contact_id").asString()).isEqualTo("c_1");

    Answer rule =
        member
            .put("/api/v1/time/calendar/rules/r", "{\"effect\": {\"tags\": [\"review\"]}}")
            .requireStatus(201);
    assertThat(proposal("blk_c", rule).required("rule_id").asString()).isEqualTo("r");
    assertThat(proposal("blk_c", rule).required("contact_id").isNull()).isTrue();
  }

  @Test
  void areNotAskedByAConversionWithoutProposals() {
    owner.put(CONTACTS + "/c_1", JO).requireStatus(201);
    meetingWithJo("blk_c");

    member
        .post(BLOCKS + "/convert", "{\"ids\": [\"blk_c\"], \"use_proposals\": false}")
        .requireStatus(200);

    String entry = member.get(BLOCKS + "/blk_c").data().required("entry_id").asString();
    assertThat(
            member.get("/api/v1/time-entries/" + entry).data().required("entity_type").asString())
        .isEqualTo("calendar_event");
  }

  private void meetingWithJo(String id) {
    scene.meeting(id, "Review", "2026-04-29T08:00:00Z", "2026-04-29T09:00:00Z");
    scene
        .connector()
        .attended(
            scene.workspace().id(),
            id,
            List.of(hash("jo@customer.example"), hash("al@customer.example")));
  }

  private JsonNode proposal(String block, Answer written) {
    return member
        .get(
            BLOCKS + "/" + block,
            "X-Consistency-Token",
            written.header("X-Consistency-Token").orElseThrow())
        .requireStatus(200)
        .data()
        .required("proposal");
  }

  private String hash(String address) {
    return hasher.hash(new WorkspaceId(scene.workspace().id()), address);
  }
}
