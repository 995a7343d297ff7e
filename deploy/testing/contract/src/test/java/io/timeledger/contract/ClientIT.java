package io.timeledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.timeledger.client.ApiClient;
import io.timeledger.client.ApiException;
import io.timeledger.client.ApiResponse;
import io.timeledger.client.api.TimeEntriesApi;
import io.timeledger.client.api.TimesheetsApi;
import io.timeledger.client.api.WebhooksApi;
import io.timeledger.client.model.CreatedTimeEntry;
import io.timeledger.client.model.TimeEntryCreate;
import io.timeledger.client.model.TimesheetResponse;
import io.timeledger.client.model.Webhook;
import io.timeledger.client.model.WebhookCreate;
import io.timeledger.client.model.WebhookPatch;
import io.timeledger.client.model.WebhookWithSecret;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that a machine wrote from the document does what a person would with it.
class ClientIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.shared();
  private final ApiClient member = client(PLATFORM.memberToken());
  private final ApiClient admin = client(PLATFORM.adminToken());

  @Test
  void createsSubmitsApprovesAndIsTold() throws Exception {
    try (HookReceiver receiver = new HookReceiver()) {
      Webhook hook = subscribe(receiver);

      String sheet = createSubmitAndApprove();

      JsonNode told = receiver.next();
      assertThat(told.required("event").asString()).isEqualTo("timesheet.approved");
      assertThat(told.at("/data/id").asString()).isEqualTo(sheet);
      new WebhooksApi(admin).deleteWebhook(hook.getId(), null, null, null);
    }
  }

  @Test
  void theTypeScriptClientDoesTheSame() throws Exception {
    NodeTools tools = NodeTools.installed();
    tools.tool("tsc", "-p", "tsconfig.json").requireSuccess();
    LocalPlatform platform = LocalPlatform.shared();
    try (HookReceiver receiver = new HookReceiver()) {
      JsonNode said =
          JsonMapper.shared()
              .readTree(
                  tools
                      .run(
                          Map.of(
                              "TIMELEDGER_URL", platform.url().toString(),
                              "TIMELEDGER_TOKEN", platform.adminToken(),
                              "TIMELEDGER_MEMBER_TOKEN", platform.memberToken(),
                              "HOOK_URL", receiver.url(),
                              "HOOK_SECRET", HookReceiver.SECRET),
                          "node",
                          "typescript/node/client.js")
                      .requireSuccess()
                      .output());

      assertThat(said.required("status").asString()).isEqualTo("approved");
      assertThat(receiver.next().at("/data/id")).isEqualTo(said.required("timesheet"));
    }
  }

  private Webhook subscribe(HookReceiver receiver) throws ApiException {
    WebhooksApi webhooks = new WebhooksApi(admin);
    WebhookWithSecret made =
        webhooks
            .createWebhook(
                new WebhookCreate()
                    .url(URI.create(receiver.url()))
                    .addEventsItem("timesheet.approved")
                    .secret(HookReceiver.SECRET)
                    .enabled(false),
                null,
                null)
            .getData();

    WebhookPatch named = new WebhookPatch().description("Payroll");
    Webhook described = webhooks.updateWebhook(made.getId(), named, null, null, null).getData();
    assertThat(described.getEnabled()).as("what a patch does not name").isFalse();
    assertThat(described.getEvents()).containsExactly("timesheet.approved");

    WebhookPatch enabled = new WebhookPatch().enabled(true);
    return webhooks.updateWebhook(made.getId(), enabled, null, null, null).getData();
  }

  private String createSubmitAndApprove() throws ApiException {
    CreatedTimeEntry entry =
        new TimeEntriesApi(member)
            .createTimeEntry(
                new TimeEntryCreate()
                    .logDate(LocalDate.of(2026, 4, 29))
                    .hours(new BigDecimal("7.5"))
                    .projectId("website")
                    .billable(true),
                null,
                null)
            .getData();
    String sheet = entry.getTimesheetId();
    TimesheetsApi sheets = new TimesheetsApi(member);

    assertThat(sheets.submitTimesheet(sheet, null, null, null).getData().getStatus())
        .hasToString("submitted");
    ApiResponse<TimesheetResponse> approved =
        new TimesheetsApi(admin).approveTimesheetWithHttpInfo(sheet, null, null, null);
    assertThat(approved.getData().getData().getStatus()).hasToString("approved");

    // The member did not write this: it is named, or the read might be from before.
    List<String> written = approved.getHeaders().getOrDefault("x-consistency-token", List.of());
    assertThat(written).hasSize(1);
    assertThat(
            new TimeEntriesApi(member)
                .getTimeEntry(entry.getId(), written.getFirst(), null)
                .getData()
                .getStatus())
        .hasToString("approved");
    assertThat(sheets.getTimesheet(sheet, null, null).getData().getTotalHours())
        .isEqualByComparingTo("7.5");
    ApiException locked =
        catchThrowableOfType(
            ApiException.class, () -> sheets.submitTimesheet(sheet, null, null, null));
    assertThat(locked.getCode()).isEqualTo(409);
    assertThat(locked.getResponseBody()).contains("timesheet_not_draft");
    return sheet;
  }

  private static ApiClient client(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(PLATFORM.url().toString());
    client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + token));
    return client;
  }
}
