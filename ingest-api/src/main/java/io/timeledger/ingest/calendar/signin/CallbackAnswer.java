package io.timeledger.ingest.calendar.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.node.ObjectNode;

/// What the browser gets after a sign-in.
sealed interface CallbackAnswer {

  /// Hands over to the caller's own address. The ticket is in the fragment, which no server logs.
  record HandOver(String location) implements CallbackAnswer {

    static HandOver of(String returnUrl, Map<String, String> fields) {
      return new HandOver(
          returnUrl
              + "#"
              + fields.entrySet().stream()
                  .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                  .collect(Collectors.joining("&")));
    }
  }

  /// What is shown without a usable return address: to a browser as a page, to other clients as
  /// JSON.
  sealed interface Shown extends CallbackAnswer {

    int status();

    String page();
  }

  /// The ticket of a sign-in.
  record Ticket(SignInTicket ticket, String sealed) implements Shown {

    @Override
    public int status() {
      return HttpStatus.OK.value();
    }

    @Override
    public String page() {
      return html(
          "Signed in",
          "Copy this ticket into the program that sent you here, within 10 minutes.",
          "<p><code>" + HtmlUtils.htmlEscape(sealed) + "</code></p>");
    }

    ObjectNode json() {
      return Envelope.data(
          Json.MAPPER
              .createObjectNode()
              .put("connection_id", ticket.connectionId().value())
              .put("ticket", sealed)
              .put("expires_at", ticket.expiresAt().toString()));
    }
  }

  /// Why a sign-in failed.
  record Failed(ErrorCode code, String field, String words) implements Shown {

    @Override
    public int status() {
      return code.status();
    }

    @Override
    public String page() {
      return html("Not signed in", words, "");
    }

    ApiException problem() {
      return ApiException.of(code, field, words);
    }
  }

  private static String html(String title, String words, String more) {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
    <h1>%s</h1><p>%s</p>%s</html>
    """
        .formatted(title, title, HtmlUtils.htmlEscape(words), more);
  }
}
