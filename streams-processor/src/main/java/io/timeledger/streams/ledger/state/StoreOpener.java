package io.timeledger.streams.ledger.state;

import java.util.SortedMap;
import java.util.function.Supplier;

/// Storage of a workspace's state: Kafka Streams stores in the service, maps in tests.
public interface StoreOpener {

  /// @param type of all values of the kind; always the same for a kind
  <V> SortedStore<V> open(Kind kind, Class<V> type);

  /// The index of directory keys by name, which is not persisted.
  ///
  /// @param scan finds all of them
  default SortedStore<String> names(Supplier<SortedMap<String, String>> scan) {
    return new NamesInMemory(scan);
  }

  /// The kinds of values, with their names in keys; a released name never changes.
  enum Kind {
    HEAD("head"),
    WORKSPACE("workspace"),
    SETTINGS("settings"),
    MEMBER("member"),
    PROFILE("profile"),
    PROJECT("project"),
    TASK("task"),
    CLIENT("client"),
    TEAM("team"),
    RULE("rule"),
    OVERTIME("overtime"),
    APPROVAL_ROUTE("approval-route"),
    RATE("rate"),
    TOKEN("token"),
    WEBHOOK("webhook"),
    /// Encrypted; also on the private topic.
    WEBHOOK_SECRETS("webhook-secrets"),
    TIMESHEET("timesheet"),
    INVOICE("invoice"),
    /// Lines by invoice and group.
    INVOICE_LINE("invoice-line"),
    /// Keys of invoice lines by their id.
    INVOICE_LINE_KEY("invoice-line-key"),
    ENTRY("entry"),
    /// Ids of running entries by user.
    RUNNING("running"),
    /// Rounded seconds by user and day.
    DAY_SECONDS("day-seconds"),
    /// Ids of entries by user and day.
    DAY("day"),
    /// Ids of entries by external source and id.
    EXTERNAL("external"),
    /// Ids of approval routes by scope.
    APPROVAL_ROUTE_KEY("approval-route-key"),
    /// Keys of rates by their id.
    RATE_KEY("rate-key"),
    /// Keys of timesheets by their id.
    TIMESHEET_KEY("timesheet-key"),
    /// Keys of tokens by their id.
    TOKEN_KEY("token-key");

    private final String keyName;

    Kind(String keyName) {
      this.keyName = keyName;
    }

    public String keyName() {
      return keyName;
    }
  }
}
