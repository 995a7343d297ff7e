package io.timeledger.calendar.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.Access;
import io.timeledger.calendar.provider.Access.IcsAddress;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CalendarIdsTest {
  private static final CalendarRef REF = new CalendarRef("Main");
  private static final Access FILE = file("https://calendar.example/a");
  private static final Connection MINE =
      ConnectionBuilder.builder()
          .id(new ConnectionId("conn_1"))
          .workspaceId(new WorkspaceId("ws_1"))
          .userId(new UserId("ann"))
          .provider(Provider.ICS)
          .name("Mine")
          .status(ConnectionStatus.ACTIVE)
          .createdAt(Instant.EPOCH)
          .updatedAt(Instant.EPOCH)
          .build();

  @Test
  void areTheSameAfterAReconnect() {
    CalendarId first = CalendarIds.of(MINE, FILE, REF);
    Connection again = MINE.withId(new ConnectionId("conn_2")).withVersion(7).withName("Again");

    assertThat(CalendarIds.of(again, FILE, REF)).isEqualTo(first);
  }

  @Test
  void differByMemberAccountAndCalendar() {
    assertThat(
            new CalendarId[] {
              CalendarIds.of(MINE, FILE, REF),
              CalendarIds.of(MINE.withWorkspaceId(new WorkspaceId("ws_2")), FILE, REF),
              CalendarIds.of(MINE.withUserId(new UserId("bob")), FILE, REF),
              CalendarIds.of(MINE.withProvider(Provider.GOOGLE), FILE, REF),
              CalendarIds.of(MINE, file("https://calendar.example/b"), REF),
              // The case of a provider's id matters.
              CalendarIds.of(MINE, FILE, new CalendarRef("main"))
            })
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id.value()).matches("cal_[0-9a-f]{32}"));
  }

  private static Access file(String url) {
    return new IcsAddress(URI.create(url));
  }
}
