package io.timeledger.ingest.session;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.resource.TokenKind;
import org.jspecify.annotations.Nullable;

/// What opens a session: the code of a link, or an access token.
record LoginBody(@Nullable String code, @Nullable String token) {

  /// The proof that was given.
  ///
  /// @param text a token of the kind, in clear
  record Proof(TokenKind kind, String text) {
    @Override
    public String toString() {
      return "Proof[" + kind + "]";
    }
  }

  Proof checked() {
    FieldValidator form = new FieldValidator();
    form.exclusive("code", code != null, "token", token != null);
    if (code == null && token == null) {
      form.fail("code", "required", "Give either code or token.");
    }
    form.check();
    return code != null
        ? new Proof(TokenKind.LOGIN, code)
        : new Proof(TokenKind.ACCESS, "" + token);
  }

  /// Holds what no log may show.
  @Override
  public String toString() {
    return "LoginBody[***]";
  }
}
