package io.timeledger.ingest.calendar.push;

import io.timeledger.ingest.web.query.OpenQuery;
import io.timeledger.schemas.calendar.PushRoute;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Provider;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Google's push messages. They have no body.
@RestController
final class GooglePushController {
  private final Pushes pushes;

  GooglePushController(Pushes pushes) {
    this.pushes = pushes;
  }

  @OpenQuery
  @PostMapping(
      path = "/api/v1/time/calendar/push/google/{workspace}/{calendar}",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changed(
      @PathVariable("workspace") WorkspaceId workspace,
      @PathVariable("calendar") CalendarId calendar,
      @RequestHeader(name = "X-Goog-Channel-ID", required = false) @Nullable String channel,
      @RequestHeader(name = "X-Goog-Channel-Token", required = false) @Nullable String token,
      @RequestHeader(name = "X-Goog-Resource-State", required = false) @Nullable String state,
      HttpServletResponse response) {
    PushRoute route = new PushRoute(Provider.GOOGLE, workspace, calendar);
    if (token == null
        || pushes.channel(route, token).filter(known -> known.equals(channel)).isEmpty()) {
      throw pushes.wrongSecret();
    }
    if ("sync".equals(state)) {
      pushes.count(PushOutcome.SYNC);
    } else {
      pushes.accept(route, false, response);
    }
  }
}
