package io.timeledger.ingest.calendar.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /// The ticket of a sign-in without a return address.
  record Ticket(SignInTicket ticket, String sealed) implements CallbackAnswer {

    ObjectNode json() {
      return Envelope.data(
          Json.MAPPER
              .createObjectNode()
              .put("connection_id", ticket.connectionId().value())
              .put("ticket", sealed)
              .put("expires_at", ticket.expiresAt().toString()));
    }
  }

  /// A sign-in that failed, without a usable return address.
  record Failed(ErrorCode code, String field, String words) implements CallbackAnswer {

    ApiException problem() {
      return ApiException.of(code, field, words);
    }
  }

  /// A page for a browser.
  default String page() {
    return switch (this) {
      case HandOver _ -> html("Signed in", "You can close this page.", null);
      case Ticket ticket ->
          html(
              "Signed in",
              "Copy this ticket into the program that sent you here, within 10 minutes.",
              ticket.sealed());
      case Failed failed -> html("Not signed in", failed.words(), null);
    };
  }

  private static String html(String title, String words, @Nullable String code) {
    return """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>%s</title>
    <h1>%s</h1><p>%s</p>%s</html>
    """
        .formatted(
            title,
            title,
            HtmlUtils.htmlEscape(words),
            code == null ? "" : "<p><code>" + HtmlUtils.htmlEscape(code) + "</code></p>");
  }
}
