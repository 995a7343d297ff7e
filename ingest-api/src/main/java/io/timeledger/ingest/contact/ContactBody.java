package io.timeledger.ingest.contact;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.resource.Contact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a contact; replaces the whole contact.
///
/// @param emails null means none: then no meeting is with the contact
record ContactBody(
    @Nullable List<@Nullable String> emails,
    @Nullable String dealId,
    @Nullable ProjectId projectId) {
  private static final int LONGEST_EMAIL = 320;

  /// The addresses, after a check of all fields.
  List<String> checkedEmails() {
    FieldValidator form = new FieldValidator();
    List<String> addresses = form.elements("emails", emails);
    if (addresses.size() > Contact.MAX_EMAILS) {
      form.fail("emails", "too_many", "At most %d addresses.".formatted(Contact.MAX_EMAILS));
    }
    for (int i = 0; i < addresses.size(); i++) {
      if (!isAddress(addresses.get(i).strip())) {
        form.fail("emails[%d]".formatted(i), "invalid_email", "Expected an e-mail address.");
      }
    }
    form.id("deal_id", dealId);
    form.check();
    return addresses;
  }

  private static boolean isAddress(String text) {
    int at = text.lastIndexOf('@');
    return at > 0
        && at < text.length() - 1
        && text.length() <= LONGEST_EMAIL
        && text.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c));
  }

  /// Does not contain the addresses.
  @Override
  public String toString() {
    return "ContactBody[dealId=%s, projectId=%s]".formatted(dealId, projectId);
  }
}
