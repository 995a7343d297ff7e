package io.timeledger.schemas.id;

/// An identifier of 1 to 64 characters of `A-Z a-z 0-9 _ - . :`. It never contains `/`, which
/// therefore can join ids to keys.
public sealed interface Id
    permits WorkspaceId,
        UserId,
        ProjectId,
        TaskId,
        ClientId,
        EntryId,
        TimesheetId,
        RateId,
        InvoiceId,
        InvoiceLineId,
        TokenId,
        WebhookId,
        DeliveryId,
        TeamId,
        RouteId,
        RuleId,
        ReplayId,
        ConnectionId,
        CalendarId,
        BlockId,
        CalendarRuleId,
        ContactId {

  int MAX_LENGTH = 64;

  /// The error message for an invalid id.
  String RULE = "an id of 1 to 64 characters of A-Z a-z 0-9 _ - . : and neither . nor .. alone";

  String value();

  /// Whether the text may become a new id. `.` and `..` would change the path of a URL; some ids on
  /// the log predate this rule.
  static boolean isAddressable(String value) {
    return isValid(value) && !value.equals(".") && !value.equals("..");
  }

  /// Whether the text has the form of an id.
  static boolean isValid(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) { // not a stream: each event has a dozen ids
      if (!isAllowed(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// @throws IllegalArgumentException naming the value and the rule
  static void requireValid(String value) {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "id: \"%.80s\" (expected: 1 to 64 characters of A-Z a-z 0-9 _ - . :)".formatted(value));
    }
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-'
        || c == '.'
        || c == ':';
  }
}
