package io.timeledger.ingest.calendar.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.calendar.push.GraphNotifications.GraphNotification;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.OpenQuery;
import io.timeledger.ingest.web.query.QueryString;
import io.timeledger.schemas.calendar.PushRoute;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Change and lifecycle notifications of Microsoft Graph, and the handshake before it sends any.
@RestController
final class GraphPushController {
  private static final String HANDSHAKE = "validationToken";
  private static final int LONGEST_TOKEN = 4 * 1024;

  private final Pushes pushes;

  GraphPushController(Pushes pushes) {
    this.pushes = pushes;
  }

  @OpenQuery
  @PostMapping(
      path = "/api/v1/time/calendar/push/microsoft/{workspace}/{calendar}",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
  void changed(
      @PathVariable("workspace") WorkspaceId workspace,
      @PathVariable("calendar") CalendarId calendar,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String token = QueryString.of(request).get(HANDSHAKE);
    if (token == null) {
      notified(new PushRoute(Provider.MICROSOFT, workspace, calendar), request, response);
      response.setStatus(HttpStatus.ACCEPTED.value());
    } else {
      echo(token, response);
    }
  }

  // Anyone can ask for the echo. As plain text that is not sniffed, it is no page of ours.
  private void echo(String token, HttpServletResponse response) throws IOException {
    byte[] bytes = token.getBytes(UTF_8);
    if (bytes.length == 0 || bytes.length > LONGEST_TOKEN) {
      pushes.count(PushOutcome.MALFORMED);
      throw ApiException.of(
          ErrorCode.INVALID_PARAMETER,
          HANDSHAKE,
          "Expected 1 to %d bytes.".formatted(LONGEST_TOKEN));
    }
    response.setStatus(HttpStatus.OK.value());
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(bytes);
    pushes.count(PushOutcome.VALIDATED);
  }

  private void notified(PushRoute route, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<GraphNotification> genuine =
        read(request).all().stream()
            .filter(one -> pushes.channel(route, one.clientState()).isPresent())
            .toList();
    if (genuine.isEmpty()) {
      throw pushes.wrongSecret();
    }
    pushes.accept(route, genuine.stream().anyMatch(GraphNotification::renewChannel), response);
  }

  private GraphNotifications read(HttpServletRequest request) throws IOException {
    try {
      return GraphNotifications.read(request.getInputStream());
    } catch (ApiException e) {
      pushes.count(PushOutcome.MALFORMED);
      throw e;
    }
  }
}
