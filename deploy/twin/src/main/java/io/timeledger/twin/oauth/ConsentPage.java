package io.timeledger.twin.oauth;

import io.timeledger.twin.http.Parameters;
import java.util.List;
import java.util.stream.Collectors;

/// The account picker with the scopes to tick.
final class ConsentPage {
  private ConsentPage() {}

  /// @param query of the request, sent along with the person's choice
  static String of(
      String vendor, AuthorizeRequest request, Parameters query, List<String> accounts) {
    return """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>Sign in – twin of %1$s</title>
      <style>body{font:16px sans-serif;max-width:32em;margin:3em auto}button{margin:.2em 0}</style>
      <h1>Twin of %1$s</h1>
      <p><b>%2$s</b> asks for access. This is a stand-in: no real account is involved.</p>
      <form method="post">
      %3$s
      <fieldset><legend>Allow</legend>
      %4$s
      </fieldset>
      <p>%5$s</p>
      <p><label>Another account <input name="other" type="email"></label>
      <button name="account" value="">Continue</button></p>
      <p><button name="deny" value="true">Cancel</button></p>
      </form>
      </html>
      """
        .formatted(
            escape(vendor),
            escape(request.client()),
            query.values().entrySet().stream()
                .flatMap(
                    entry -> entry.getValue().stream().map(value -> hidden(entry.getKey(), value)))
                .collect(Collectors.joining("\n")),
            request.scopes().stream().map(ConsentPage::box).collect(Collectors.joining("\n")),
            accounts.stream().map(ConsentPage::button).collect(Collectors.joining("<br>\n")));
  }

  private static String hidden(String name, String value) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
        .formatted(escape(name), escape(value));
  }

  private static String box(String scope) {
    return "<label><input type=\"checkbox\" name=\"allow\" value=\"%1$s\" checked>%1$s</label><br>"
        .formatted(escape(scope));
  }

  private static String button(String account) {
    return "<button name=\"account\" value=\"%1$s\">Continue as %1$s</button>"
        .formatted(escape(account));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
