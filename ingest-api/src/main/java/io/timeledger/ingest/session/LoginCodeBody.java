package io.timeledger.ingest.session;

import io.timeledger.ingest.web.json.FieldValidator;
import org.jspecify.annotations.Nullable;

/// The code of a link that is not used yet.
record LoginCodeBody(@Nullable String code) {

  String checked() {
    FieldValidator form = new FieldValidator();
    String given = form.required("code", code, "");
    form.check();
    return given;
  }

  /// Holds what no log may show.
  @Override
  public String toString() {
    return "LoginCodeBody[***]";
  }
}
