package io.timeledger.ingest.access;

import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;
import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;

import io.timeledger.ingest.access.Authenticator.Verdict;
import io.timeledger.ingest.web.error.ErrorWriter;
import io.timeledger.schemas.reply.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Authenticates by the bearer token or the session's cookie. Refuses an invalid one even where
/// none is required.
final class CredentialFilter extends OncePerRequestFilter {
  private final RequestCredentials requests;
  private final Credentials credentials;
  private final Directory directory;
  private final ErrorWriter errors;

  CredentialFilter(
      RequestCredentials requests,
      Credentials credentials,
      Directory directory,
      ErrorWriter errors) {
    this.requests = requests;
    this.credentials = credentials;
    this.directory = directory;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<RequestCredential> credential = requests.of(request);
    if (credential.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    if (!directory.isCaughtUp()) {
      errors.write(request, response, Problem.of(LOG_UNAVAILABLE, "The service is not ready yet."));
      return;
    }
    switch (credentials.judge(credential.get())) {
      case Verdict.Accepted(Caller caller) -> {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new CallerAuthentication(caller));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
      }
      case Verdict.Refused(Problem problem) -> errors.write(request, response, problem);
      case Verdict.NotMine() ->
          errors.write(
              request,
              response,
              Problem.of(UNAUTHORIZED, "The bearer token is of no kind that is known here."));
    }
  }
}
