package io.timeledger.twin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.HttpAnswer;
import io.timeledger.twin.http.Parameters;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.MailboxKey;
import io.timeledger.twin.state.TwinStore;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;

/// Asks the person, or consents for them: with a `login_hint` or for a caller who wants JSON.
final class AuthorizeEndpoint {
  private static final String NEWCOMER = "member@example.com";

  private final OAuthDialect dialect;
  private final TwinStore store;
  private final TokenTable tokens;
  private final InstantSource clock;

  AuthorizeEndpoint(OAuthDialect dialect, TwinStore store, TokenTable tokens, InstantSource clock) {
    this.dialect = dialect;
    this.store = store;
    this.tokens = tokens;
    this.clock = clock;
  }

  HttpAnswer ask(Call call) {
    AuthorizeRequest request = AuthorizeRequest.parse(call.query());
    if (request.loginHint().isPresent() || call.accepts("application/json")) {
      String account = request.loginHint().orElse(NEWCOMER);
      return consent(request, account, request.scopes());
    }
    return HttpAnswer.html(
        200,
        ConsentPage.of(
            dialect.vendor().toString(),
            request,
            call.query(),
            store.mailboxes().stream()
                .filter(mailbox -> mailbox.vendor() == dialect.vendor())
                .map(Mailbox::email)
                .sorted()
                .toList()));
  }

  /// The form of the page; a scope that is not ticked is not granted.
  HttpAnswer answer(Call call) {
    Parameters form = call.form();
    AuthorizeRequest request = AuthorizeRequest.parse(form);
    if (form.flag("deny")) {
      return redirect(request, "error", "access_denied");
    }
    String account =
        form.first("account")
            .filter(chosen -> !chosen.isEmpty())
            .or(() -> form.first("other"))
            .orElse(NEWCOMER);
    return consent(request, account, ticked(form, request));
  }

  private static Set<String> ticked(Parameters form, AuthorizeRequest request) {
    LinkedHashSet<String> scopes = new LinkedHashSet<>(request.scopes());
    scopes.retainAll(form.all("allow"));
    return scopes;
  }

  private HttpAnswer consent(AuthorizeRequest request, String account, Set<String> scopes) {
    Mailbox mailbox = store.mailbox(new MailboxKey(dialect.vendor(), account));
    String code =
        tokens.newCode(
            new OAuthCode(
                mailbox,
                request.client(),
                request.redirectUri().toString(),
                scopes,
                request.challenge(),
                request.nonce(),
                dialect.offline(request, tokens.hasRefresh(mailbox, request.client())),
                clock.instant().plus(TokenTable.LIFE_OF_A_CODE)));
    return redirect(request, "code", code);
  }

  private static HttpAnswer redirect(AuthorizeRequest request, String name, String value) {
    String target = request.redirectUri().toString();
    StringBuilder location = new StringBuilder(target).append(target.contains("?") ? '&' : '?');
    location.append(name).append('=').append(URLEncoder.encode(value, UTF_8));
    request
        .state()
        .ifPresent(state -> location.append("&state=").append(URLEncoder.encode(state, UTF_8)));
    return HttpAnswer.redirect(location.toString());
  }
}
