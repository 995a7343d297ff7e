package io.timeledger.ingest.session;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.access.SessionCookies;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.directory.CallerProfile;
import io.timeledger.schemas.command.AccessCommand.OpenSession;
import io.timeledger.schemas.resource.TokenKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// Opens sessions, each with a cookie of its own. If the decision is late (202), the cookie is
/// there already and counts once the session is opened.
final class NewSessions {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Commands commands;
  private final Directory directory;
  private final CallerProfile profile;
  private final SessionCookies cookies;
  private final InstantSource clock;

  NewSessions(
      Commands commands,
      Directory directory,
      CallerProfile profile,
      SessionCookies cookies,
      InstantSource clock) {
    this.commands = commands;
    this.directory = directory;
    this.profile = profile;
    this.cookies = cookies;
    this.clock = clock;
  }

  /// @param call by the token that opens the session. Its idempotency key does not count, because a
  ///     repetition cannot get the first cookie again
  ResponseEntity<ObjectNode> open(
      WriteRequest call, HttpServletRequest request, HttpServletResponse response) {
    Credential session = Credential.create(TokenKind.SESSION, clock.instant());
    ResponseEntity<ObjectNode> answer =
        commands.submit(
            call.withoutKey(),
            new OpenSession(session.id(), session.secretHash()),
            _ -> {
              directory.await(known -> known.admits(session.id()), PATIENCE);
              return profile.of(holder(call.caller(), session));
            });
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.keep(request, session));
    return answer;
  }

  private static Caller holder(Caller opener, Credential session) {
    return new Caller(
        opener.workspaceId(),
        opener.userId(),
        opener.permissions(),
        session.id(),
        opener.via(),
        opener.reach());
  }
}
