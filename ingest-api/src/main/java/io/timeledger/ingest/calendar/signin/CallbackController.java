package io.timeledger.ingest.calendar.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.calendar.signin.CallbackAnswer.Failed;
import io.timeledger.ingest.calendar.signin.CallbackAnswer.HandOver;
import io.timeledger.ingest.calendar.signin.CallbackAnswer.Shown;
import io.timeledger.ingest.calendar.signin.CallbackAnswer.Ticket;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.OpenQuery;
import io.timeledger.ingest.web.query.QueryString;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Where providers redirect the browser to after a sign-in. The request carries no token, since it
/// comes from the provider; the sealed state says whose sign-in it is. Does not exchange the code:
/// the connector does.
@RestController
final class CallbackController {
  private static final int LONGEST_STATE = 6_000;
  private static final int LONGEST_CODE = 4_000;

  private final SignIns signIns;
  private final SignInSeals seals;

  CallbackController(SignIns signIns, SignInSeals seals) {
    this.signIns = signIns;
    this.seals = seals;
  }

  @OpenQuery
  @GetMapping(
      path = "/api/v1/oauth/callback/{provider}",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE})
  void returned(
      @PathVariable("provider") String provider,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    CallbackAnswer answer = answer(provider(provider), request);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    switch (answer) {
      case HandOver handOver -> {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, handOver.location());
      }
      case Shown shown when wantsPage(request) ->
          write(response, shown.status(), "text/html;charset=utf-8", shown.page());
      case Ticket ticket ->
          write(
              response,
              ticket.status(),
              MediaType.APPLICATION_JSON_VALUE,
              Json.MAPPER.writeValueAsString(ticket.json()));
      case Failed failed -> throw failed.problem();
    }
  }

  private CallbackAnswer answer(Provider provider, HttpServletRequest request) {
    try {
      Map<String, String> query = QueryString.of(request);
      SignInState state = signIns.returned(provider, parameter(query, "state", LONGEST_STATE));
      String error = query.get("error");
      return error == null
          ? succeeded(state, parameter(query, "code", LONGEST_CODE))
          : failed(state, ProviderRefusal.of(error));
    } catch (ApiException e) {
      if (e.problem().details().isEmpty()) {
        throw e;
      }
      Problem.Detail first = e.problem().details().getFirst();
      return new Failed(e.problem().code(), first.field(), first.message());
    }
  }

  private CallbackAnswer succeeded(SignInState state, String code) {
    SignInTicket ticket = signIns.ticket(state, code);
    Ticket answer = new Ticket(ticket, seals.seal(ticket));
    return handedOver(state, Map.of("ticket", answer.sealed()), answer);
  }

  private static CallbackAnswer failed(SignInState state, ProviderRefusal refusal) {
    return handedOver(
        state,
        Map.of("error", refusal.code(), "error_description", refusal.words()),
        new Failed(ErrorCode.INVALID_PARAMETER, "error", refusal.words()));
  }

  private static CallbackAnswer handedOver(
      SignInState state, Map<String, String> fields, Shown otherwise) {
    String returnUrl = state.returnUrl();
    if (returnUrl == null) {
      return otherwise;
    }
    Map<String, String> all = new TreeMap<>(fields);
    all.put("connection_id", state.connectionId().value());
    return HandOver.of(returnUrl, all);
  }

  private static String parameter(Map<String, String> query, String name, int longest) {
    String value = query.get(name);
    if (value == null || value.isBlank() || value.length() > longest) {
      throw ApiException.of(
          ErrorCode.INVALID_PARAMETER, name, "Expected 1 to %d characters.".formatted(longest));
    }
    return value;
  }

  private static Provider provider(String name) {
    return Arrays.stream(Provider.values())
        .filter(provider -> provider != Provider.ICS)
        .filter(provider -> provider.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(ApiException::notFound);
  }

  /// A browser names HTML first; other clients get JSON.
  private static boolean wantsPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
  }

  private static void write(HttpServletResponse response, int status, String type, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(body.getBytes(UTF_8));
  }
}
