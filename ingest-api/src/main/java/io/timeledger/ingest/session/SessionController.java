package io.timeledger.ingest.session;

import static io.timeledger.schemas.reply.ErrorCode.FORBIDDEN;
import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;
import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;

import io.timeledger.ingest.access.Authenticator.Verdict;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.access.FetchSite;
import io.timeledger.ingest.access.KnownTokens;
import io.timeledger.ingest.access.SessionCookies;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.command.WriteRequestReader;
import io.timeledger.ingest.limits.LoginLimit;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.schemas.command.AccessCommand.EndSession;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.TokenKind;
import io.timeledger.schemas.restricted.TokenRecord;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Signs browsers in and out. Only requests of the own page open a session: otherwise a browser
/// whose requests do not say where they come from would use up a code for a cookie that never
/// counts.
@RestController
@RequestMapping("/api/v1/session")
final class SessionController {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final NewSessions sessions;
  private final Commands commands;
  private final WriteRequestReader calls;
  private final KnownTokens tokens;
  private final Directory directory;
  private final SessionCookies cookies;
  private final LoginPreview preview;
  private final LoginLimit limit;

  SessionController(
      NewSessions sessions,
      Commands commands,
      WriteRequestReader calls,
      KnownTokens tokens,
      Directory directory,
      SessionCookies cookies,
      LoginPreview preview,
      LoginLimit limit) {
    this.sessions = sessions;
    this.commands = commands;
    this.calls = calls;
    this.tokens = tokens;
    this.directory = directory;
    this.cookies = cookies;
    this.preview = preview;
    this.limit = limit;
  }

  @PostMapping
  ResponseEntity<ObjectNode> open(
      HttpServletRequest request, HttpServletResponse response, @RequestBody LoginBody body) {
    LoginBody.Proof proof = body.checked();
    requireOwnPage(request);
    Caller caller = callerOf(proof);
    limit.take(caller, response);
    return sessions.open(calls.read(request, caller), request, response);
  }

  /// Says whose the code is and leaves it usable: a page asks before it signs anybody in, else a
  /// stranger's link would sign somebody in as the stranger.
  @PostMapping("/preview")
  ObjectNode preview(@RequestBody LoginCodeBody body) {
    String code = body.checked();
    requireCaughtUp();
    TokenRecord found =
        tokens
            .find(TokenKind.LOGIN, code)
            .orElseThrow(
                () -> ApiException.of(UNAUTHORIZED, "The code is unknown, used or expired."));
    return Envelope.data(preview.of(found));
  }

  @PostMapping("/renew")
  ResponseEntity<ObjectNode> renew(
      WriteRequest call, HttpServletRequest request, HttpServletResponse response) {
    requireSession(call.caller());
    return sessions.open(call, request, response);
  }

  @DeleteMapping
  ResponseEntity<ObjectNode> end(
      WriteRequest call, HttpServletRequest request, HttpServletResponse response) {
    TokenRecord session = requireSession(call.caller());
    ResponseEntity<ObjectNode> answer =
        commands.submit(
            call,
            new EndSession(),
            reply -> {
              directory.await(known -> known.token(session.id()).isEmpty(), PATIENCE);
              return ReplyResources.first(reply, call.caller().viewer());
            });
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.drop(request));
    return answer;
  }

  /// Identity providers that sign in to the console.
  @GetMapping("/providers")
  ObjectNode providers() {
    return Envelope.data(Json.MAPPER.createArrayNode());
  }

  private void requireOwnPage(HttpServletRequest request) {
    if (!cookies.mayUse(request)) {
      throw ApiException.of(
          FORBIDDEN, "Sessions need https, or http on a loopback address such as 127.0.0.1.");
    }
    if (!FetchSite.isSameOrigin(request)) {
      throw ApiException.of(
          FORBIDDEN,
          "Sessions are opened by the console itself (Sec-Fetch-Site: same-origin); if this is it,"
              + " update your browser.");
    }
    requireCaughtUp();
  }

  private void requireCaughtUp() {
    if (!directory.isCaughtUp()) {
      throw ApiException.of(LOG_UNAVAILABLE, "The service is not ready yet.");
    }
  }

  private Caller callerOf(LoginBody.Proof proof) {
    return switch (tokens.judge(proof.kind(), proof.text())) {
      case Verdict.Accepted(Caller caller) -> caller;
      case Verdict.Refused(Problem problem) -> throw new ApiException(problem);
      case Verdict.NotMine() -> throw new IllegalStateException("judged as a token of ours");
    };
  }

  private TokenRecord requireSession(Caller caller) {
    if (caller.tokenId() != null) {
      TokenRecord token = directory.token(caller.tokenId()).orElse(null);
      if (token != null && token.kind() == TokenKind.SESSION) {
        return token;
      }
    }
    throw ApiException.of(FORBIDDEN, "Only the session of a browser is renewed or ended here.");
  }
}
