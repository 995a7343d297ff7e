package io.timeledger.twin.control;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.http.Trees;
import io.timeledger.twin.state.Mailbox;
import io.timeledger.twin.state.MailboxKey;
import io.timeledger.twin.state.Vendor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// Whom a call of a test is about: `provider` and `account`, in the body or the query. What is not
/// named is not asked for.
record Selection(Optional<Vendor> vendor, Optional<String> account) implements Predicate<Mailbox> {
  static final String NEWCOMER = "member@example.com";

  static Selection of(Call call) {
    ObjectNode body = fields(call);
    return new Selection(
        Trees.text(body, "provider").map(Vendor::of),
        // As in the keys of mailboxes.
        Trees.text(body, "account").map(account -> account.strip().toLowerCase(Locale.ROOT)));
  }

  /// Body and query as one.
  static ObjectNode fields(Call call) {
    ObjectNode fields = Trees.object();
    call.query().names().forEach(name -> fields.put(name, call.query().first(name).orElse("")));
    fields.setAll(call.json());
    return fields;
  }

  /// The one mailbox meant; at Google, of the newcomer, unless said otherwise.
  MailboxKey mailbox() {
    return new MailboxKey(vendor.orElse(Vendor.GOOGLE), account.orElse(NEWCOMER));
  }

  @Override
  public boolean test(Mailbox mailbox) {
    return vendor.filter(wanted -> wanted != mailbox.vendor()).isEmpty()
        && account.filter(wanted -> !wanted.equals(mailbox.email())).isEmpty();
  }
}
