package io.timeledger.schemas.resource;

/// What an automation rule does to an entry that it matches.
public enum RuleEffect {
  /// Adds the tags of the rule.
  TAG,
  /// Marks the entry for review, with `rule:` and the rule's id as the reason.
  REVIEW,
  /// Refuses the entry. The stop of a timer, which is never refused, is marked for review instead.
  REJECT,
  /// Marks the entry so that a timesheet of nothing but such entries, none of them for review and
  /// without an approval route, is approved as it is submitted.
  AUTO_APPROVE
}
