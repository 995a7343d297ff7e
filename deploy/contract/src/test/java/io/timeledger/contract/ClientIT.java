package io.timeledger.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.timeledger.client.ApiClient;
import io.timeledger.client.ApiException;
import io.timeledger.client.ApiResponse;
import io.timeledger.client.api.TimeEntriesApi;
import io.timeledger.client.api.TimesheetsApi;
import io.timeledger.client.model.TimesheetResponse;
import io.timeledger.client.model.CreatedTimeEntry;
import io.timeledger.client.model.TimeEntryCreate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A client that a machine wrote from the document does what a person would with it.
class ClientIT {
  private static final LocalPlatform PLATFORM = LocalPlatform.shared();
  private final ApiClient member = client(PLATFORM.memberToken());
  private final ApiClient admin = client(PLATFORM.adminToken());

  @Test
  void createsSubmitsAndApproves() throws ApiException {
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

    assertThat(sheets.submitTimesheet(sheet, null, null).getData().getStatus())
        .hasToString("submitted");
    ApiResponse<TimesheetResponse> approved =
        new TimesheetsApi(admin).approveTimesheetWithHttpInfo(sheet, null, null);
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
        catchThrowableOfType(ApiException.class, () -> sheets.submitTimesheet(sheet, null, null));
    assertThat(locked.getCode()).isEqualTo(409);
    assertThat(locked.getResponseBody()).contains("timesheet_not_draft");
  }

  private static ApiClient client(String token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(PLATFORM.url().toString());
    client.setRequestInterceptor(request -> request.setHeader("Authorization", "Bearer " + token));
    return client;
  }
}
